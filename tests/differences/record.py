"""Runs AsyncFlow 0.1.1 on the scenarios beside this file and prints asyncflow.json.

    pip install asyncflow-sim==0.1.1 && python record.py > asyncflow.json

Per scenario: the mean over 20 seeds of every figure that could be computed, or what it died of.
The seed of its generator is set from outside, since it has none of its own; `between_two_runs` is how far the
mean latencies of two runs lie apart as a user makes them, without.
"""

import json
from pathlib import Path

import numpy as np
import simpy
from asyncflow.runtime.simulation_runner import SimulationRunner

SEEDS = 20


def run(path, seed):
    runner = SimulationRunner.from_yaml(env=simpy.Environment(), yaml_path=path)
    if seed is not None:
        runner.rng = np.random.default_rng(seed)
    analyzer = runner.run()
    clock = np.array([(c.start, c.finish) for c in runner._client_runtime[runner.client.id].rqs_clock])
    generator = next(iter(runner._rqs_runtime.values()))
    sampled = analyzer.get_sampled_metrics()
    figures = {"generated": generator.id_counter, "completed": len(clock)}
    if len(clock):
        latency = clock[:, 1] - clock[:, 0]
        figures |= {
            "latency_mean": latency.mean(),
            "latency_sd": latency.std(),
            "whole_second_later": np.mean(latency >= 1),
            "arrival_mean": clock[:, 0].mean(),
            "arrival_last": clock[:, 0].max(),
        }
    ready = sampled.get("ready_queue_len", {}).get("server", [])
    figures["ready_queue_samples"] = len(ready)
    if ready:
        figures["first_sample"] = analyzer.get_series("ready_queue_len", "server")[0][0]
    left, right = (np.mean(sampled.get("event_loop_io_sleep", {}).get(s) or [0]) for s in ("left", "right"))
    if left + right:
        figures["left_share"] = left / (left + right)
    return figures


def record(path):
    try:
        runs = [run(path, seed) for seed in range(SEEDS)]
    except AssertionError:
        return {"crashed": 1}
    figures = {name: float(np.mean([r[name] for r in runs])) for name in runs[0]}
    if "latency_mean" in figures:
        first, second = (run(path, None)["latency_mean"] for _ in range(2))
        figures["between_two_runs"] = float(abs(first - second))
    return figures


if __name__ == "__main__":
    here = Path(__file__).parent / "scenarios"
    print(json.dumps({path.stem: record(path) for path in sorted(here.glob("*.yml"))}, indent=2))

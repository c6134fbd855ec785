import { readFileSync } from 'node:fs'
import type { RunResult } from '../../src/engine/runResult'
import type { Diagnostic } from '../../src/scenario/diagnostic'
import { parseScenario } from '../../src/scenario/parse'
import { mdcMeanWait } from '../../src/stats/queueing/mdc'
import { mg1MeanWait } from '../../src/stats/queueing/mg1'
import { simulate } from '../fixtures/scenario'
import recorded from './asyncflow.json'

/** One figure in which AsyncFlow 0.1.1 and this simulator differ on purpose (docs/semantics.md, F1 to F16). */
export interface Difference {
  readonly id: string
  /** The scenario that shows it, a file in `scenarios`. */
  readonly scenario: keyof typeof recorded
  /** What is measured, with its unit. */
  readonly figure: string
  /** What AsyncFlow 0.1.1 should give if it does what we say, and how far its recorded figure may be from it. */
  readonly theirs: Side
  readonly ours: Side
}

interface Side {
  readonly expected: number
  /** Relative; 0 where the figure is exact. */
  readonly tolerance: number
  /** The figure itself: as recorded, or as measured now. */
  readonly measure: () => number
}

/** Runs on our side; AsyncFlow was run 20 times. */
const SEEDS = 6

/** How many users a window has decides where the arrivals lie: many runs for a mean within 2 %. */
const WINDOWS_SEEDS = 100

/** Three edges of 1 ms, or as many of them as are not the one under study. */
const edges = (count: number) => count * 0.001

/** Poisson users: the number of requests of two windows of a minute scatters by a few per cent even over 20 seeds. */
const FEW_WINDOWS = 0.1

/** The sixteen differences, some with two figures. */
export const differences: readonly Difference[] = [
  {
    id: 'F1',
    scenario: 'f01-normal',
    figure: 'standard deviation of a normal latency with variance 4 s² [s]',
    // What is still on its way at the end is missing on both sides, rather the long ones.
    theirs: inAsyncFlow('f01-normal', 'latency_sd', 4, 0.02),
    ours: measured('f01-normal', 2, 0.02, ({ summary }) => summary.latency.stdDev!),
  },
  {
    id: 'F1',
    scenario: 'f01-log-normal',
    figure: 'mean of a log-normal latency of 3 ms, with two edges of 1 ms [s]',
    // e^(0.003 + 0.003²/2); here 3 ms with the default variance: the values vary by 18 times their mean.
    theirs: inAsyncFlow('f01-log-normal', 'latency_mean', Math.exp(0.003 + 0.003 ** 2 / 2) + edges(2), 0.001),
    ours: measured('f01-log-normal', 0.003 + edges(2), 0.3, meanLatency),
  },
  {
    id: 'F2',
    scenario: 'f02-uniform',
    figure: 'mean of a uniform latency of 3 ms, with two edges of 1 ms [s]',
    theirs: inAsyncFlow('f02-uniform', 'latency_mean', 0.5 + edges(2), 0.01),
    ours: measured('f02-uniform', 0.003 + edges(2), 0.01, meanLatency),
  },
  {
    id: 'F3',
    scenario: 'f03-poisson',
    figure: 'share of latencies of a second and more where 3 ms are written without a distribution',
    theirs: inAsyncFlow('f03-poisson', 'whole_second_later', 0.003, 0.3),
    ours: measured('f03-poisson', 0.003, 0.3, ({ requests }) => shareFrom(requests, 1)),
  },
  {
    id: 'F3',
    scenario: 'f03-poisson',
    figure: 'warnings about that edge',
    theirs: nothing(),
    ours: said('f03-poisson', 'poisson-latency', 1),
  },
  {
    id: 'F4',
    scenario: 'f04-variance',
    figure: 'requests completed where an exponential edge has a variance',
    theirs: crashed('f04-variance'),
    ours: measured('f04-variance', 2400, FEW_WINDOWS, completed),
  },
  {
    id: 'F4',
    scenario: 'f04-variance',
    figure: 'warnings about that variance',
    theirs: nothing(),
    ours: said('f04-variance', 'variance-ignored', 1),
  },
  {
    id: 'F5',
    scenario: 'f05-windows',
    figure: 'mean time of an arrival in a run of 600 s [s]',
    // Each border costs what is left of the gap, each window without users 60 s: a third of the run.
    theirs: inAsyncFlow('f05-windows', 'arrival_mean', 200, 0.15),
    ours: measured('f05-windows', 300, 0.06, ({ requests }) => mean(requests.start), WINDOWS_SEEDS),
  },
  {
    id: 'F5',
    scenario: 'f05-windows',
    figure: 'time of the last arrival in a run of 600 s [s]',
    theirs: inAsyncFlow('f05-windows', 'arrival_last', 390, 0.15),
    // 600 s less the silent windows at the end: 60 s · e⁻¹/(1 − e⁻¹) on average, and the last gap.
    ours: measured(
      'f05-windows',
      600 - 35.7,
      0.02,
      ({ requests }) => requests.start.reduce((a, b) => Math.max(a, b)),
      WINDOWS_SEEDS,
    ),
  },
  {
    id: 'F6',
    scenario: 'f06-least-connection',
    figure: 'share of the traffic that the first of two equal servers gets',
    theirs: inAsyncFlow('f06-least-connection', 'left_share', 0.96, 0.02),
    ours: measured('f06-least-connection', 0.5, 0.005, ({ summary: { components } }) => {
      const [left, right] = [components.left, components.right].map((each) => each!.event_loop_io_sleep!.mean)
      return left! / (left! + right!)
    }),
  },
  {
    id: 'F7',
    scenario: 'f07-spawn',
    figure: 'mean latency with a task of 0.5 s in the background, and three edges of 1 ms [s]',
    theirs: inAsyncFlow('f07-spawn', 'latency_mean', 0.5 + edges(3), 0.001),
    ours: measured('f07-spawn', edges(3), 0.02, meanLatency),
  },
  {
    id: 'F8',
    scenario: 'f08-pool',
    figure: 'mean latency of 5 queries/s of 0.1 s over one connection, and three edges of 1 ms [s]',
    theirs: inAsyncFlow('f08-pool', 'latency_mean', 0.1 + edges(3), 0.001),
    ours: measured('f08-pool', 0.1 + mg1MeanWait(0.5, 0.1, 0) + edges(3), 0.02, meanLatency),
  },
  {
    id: 'F9',
    scenario: 'f09-cost',
    figure: 'cost of 20 calls/s at 0.002 USD each [USD/h]',
    theirs: nothing(),
    ours: measured('f09-cost', 144, FEW_WINDOWS, ({ summary }) => summary.llmCost!.perHour),
  },
  {
    id: 'F10',
    scenario: 'f10-ram',
    figure:
      'errors on reading a file whose requests need more memory than their server has (0.1.1 runs it and completes none)',
    theirs: inAsyncFlow('f10-ram', 'completed', 0, 0),
    ours: said('f10-ram', 'ram-exceeds-server', 1),
  },
  {
    id: 'F11',
    scenario: 'f11-losses',
    figure: 'share of the generated requests that the results account for, with four edges that lose 1 % each',
    theirs: {
      expected: 0.99 ** 4,
      tolerance: 0.003,
      measure: () => recorded['f11-losses'].completed / recorded['f11-losses'].generated,
    },
    ours: measured('f11-losses', 1, 0, ({ summary: { requests } }) => {
      const { completed, dropped, no_server_up } = requests.outcomes
      return (completed + dropped + no_server_up + requests.inFlight) / requests.generated
    }),
  },
  {
    id: 'F12',
    scenario: 'f12-series',
    figure: 'samples of the ready queue in 120 s at 10/s, where only it is asked for',
    theirs: inAsyncFlow('f12-series', 'ready_queue_samples', 0, 0),
    ours: measured('f12-series', 1200, 0, (result) => readyQueue(result).time.length),
  },
  {
    id: 'F12',
    scenario: 'f07-spawn',
    figure: 'time of the first sample, taken after 0.1 s [s]',
    theirs: inAsyncFlow('f07-spawn', 'first_sample', 0, 0),
    ours: measured('f07-spawn', 0.1, 1e-12, (result) => readyQueue(result).time[0]!),
  },
  {
    id: 'F13',
    scenario: 'f13-typo',
    figure: 'warnings that `algorithm` should read `algorithms`',
    theirs: nothing(),
    ours: said('f13-typo', 'unknown-key', 1),
  },
  {
    id: 'F14',
    scenario: 'f14-wiring',
    figure: 'errors on reading a file with a server that no edge leaves (0.1.1 crashes in the run)',
    theirs: crashed('f14-wiring'),
    ours: said('f14-wiring', 'server-not-connected', 1),
  },
  {
    id: 'F15',
    scenario: 'f15-seed',
    figure: 'mean latencies of two runs of one file, with the seed that is shown: the larger less the smaller [s]',
    // 1.7 ms/√1275 · √2 is to be expected of two independent runs.
    theirs: inAsyncFlow('f15-seed', 'between_two_runs', 0.000_07, 0.95),
    ours: {
      expected: 0,
      tolerance: 0,
      measure: () => Math.abs(meanLatency(simulateFile('f15-seed', 7)) - meanLatency(simulateFile('f15-seed', 7))),
    },
  },
  {
    id: 'F16',
    scenario: 'f16-octal',
    figure: 'mean latency on 010 cores, 15 requests/s of 0.4 s, and three edges of 1 ms [s]',
    // Eight in YAML 1.1, ten in YAML 1.2: M/D/8 and M/D/10.
    theirs: inAsyncFlow('f16-octal', 'latency_mean', 0.4 + mdcMeanWait(8, 6, 0.4) + edges(3), 0.01),
    ours: measured('f16-octal', 0.4 + mdcMeanWait(10, 6, 0.4) + edges(3), 0.01, meanLatency),
  },
  {
    id: 'F16',
    scenario: 'f16-octal',
    figure: 'warnings that 010 was eight',
    theirs: nothing(),
    ours: said('f16-octal', 'yaml-version', 1),
  },
]

type ScenarioName = keyof typeof recorded

/** A figure as AsyncFlow 0.1.1 gave it, mean over 20 seeds (record.py). */
function inAsyncFlow(scenario: ScenarioName, figure: string, expected: number, tolerance: number): Side {
  const figures: Readonly<Record<string, number>> = recorded[scenario]
  return { expected, tolerance, measure: () => figures[figure]! }
}

/** AsyncFlow 0.1.1 fails with an AssertionError while it runs: nothing is completed. */
function crashed(scenario: ScenarioName): Side {
  return { expected: 0, tolerance: 0, measure: () => ('crashed' in recorded[scenario] ? 0 : Number.NaN) }
}

/** AsyncFlow 0.1.1 has no such figure, and says nothing. */
function nothing(): Side {
  return { expected: 0, tolerance: 0, measure: () => 0 }
}

/** A figure of ours, mean over seeds. */
function measured(
  scenario: ScenarioName,
  expected: number,
  tolerance: number,
  figureOf: (result: RunResult) => number,
  seeds = SEEDS,
): Side {
  const measure = () => mean(Array.from({ length: seeds }, (_, seed) => figureOf(run(scenario, seed))))
  return { expected, tolerance, measure }
}

/** How many diagnostics with this code the text gets. */
function said(scenario: ScenarioName, code: string, expected: number): Side {
  const matches = (diagnostic: Diagnostic) => diagnostic.code === code
  return { expected, tolerance: 0, measure: () => parseScenario(read(scenario)).diagnostics.filter(matches).length }
}

function read(scenario: ScenarioName): string {
  return readFileSync(new URL(`./scenarios/${scenario}.yml`, import.meta.url), 'utf8')
}

/** Runs are shared between the figures that are taken from them. */
const results = new Map<string, RunResult>()

function run(scenario: ScenarioName, seed: number): RunResult {
  const key = `${scenario} ${seed}`
  const result = results.get(key) ?? simulateFile(scenario, seed)
  results.set(key, result)
  return result
}

function simulateFile(scenario: ScenarioName, seed: number): RunResult {
  return simulate(parseScenario(read(scenario)).scenario!, { seed })
}

function meanLatency({ summary }: RunResult): number {
  return summary.latency.mean!
}

function completed({ summary }: RunResult): number {
  return summary.requests.completed
}

function readyQueue({ series }: RunResult) {
  return series.find(({ metric }) => metric === 'ready_queue_len')!
}

/** Share of the completed requests with at least this latency [s]. */
function shareFrom({ start, finish, outcome }: RunResult['requests'], latency: number): number {
  const latencies = Array.from(start, (born, i) => (outcome[i] === 0 ? [finish[i]! - born] : [])).flat()
  return latencies.filter((each) => each >= latency).length / latencies.length
}

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
}

import { Run } from '../../src/engine/run'
import type { BenchCase } from './scenarios'
import { runYardstick } from './yardstick'

/** Medians over the measured runs. */
export interface Speed {
  readonly requestsPerSecond: number
  readonly eventsPerSecond: number
}

/** What a case came to in one engine. */
export interface Measurement {
  readonly kernel: Speed
  readonly yardstick?: Speed
  /** Kernel's requests/s over the yardstick's: median of the ratios of runs that followed each other. */
  readonly ratio?: number
}

const RUNS = 5
const EVENTS_PER_SLICE = 20_000
const WARM_UP_EVENTS = 1_000_000

/**
 * Runs a case with every metric on, in turns with the bare loop where there is one, after a warm-up.
 * @param seconds a clock; only differences count
 */
export function measure(bench: BenchCase, seconds: () => number): Measurement {
  startRun(bench, 0).advance(WARM_UP_EVENTS)
  if (bench.yardstick) runYardstick(bench.yardstick, 1)
  const kernel: Speed[] = []
  const yardstick: Speed[] = []
  for (let i = 1; i <= (bench.isLong ? 1 : RUNS); i++) {
    kernel.push(timed(() => runKernel(bench, i), seconds))
    if (bench.yardstick) yardstick.push(timed(() => runYardstick(bench.yardstick!, i), seconds))
  }
  if (yardstick.length === 0) return { kernel: medianSpeed(kernel) }
  return {
    kernel: medianSpeed(kernel),
    yardstick: medianSpeed(yardstick),
    ratio: median(kernel.map((ours, i) => ours.requestsPerSecond / yardstick[i]!.requestsPerSecond)),
  }
}

interface Work {
  readonly completed: number
  readonly events: number
}

function startRun({ name, scenario }: BenchCase, replication: number): Run {
  return new Run({ scenario, scenarioName: name, seed: 1, replication, appVersion: 'bench' })
}

function runKernel(bench: BenchCase, replication: number): Work {
  const run = startRun(bench, replication)
  while (run.advance(EVENTS_PER_SLICE)) {
    // Slices of about the length that the Worker of the page uses.
  }
  return { completed: run.view(1).summary.requests.completed, events: run.events }
}

function timed(work: () => Work, seconds: () => number): Speed {
  const start = seconds()
  const { completed, events } = work()
  const elapsed = seconds() - start
  return { requestsPerSecond: completed / elapsed, eventsPerSecond: events / elapsed }
}

function medianSpeed(speeds: readonly Speed[]): Speed {
  return {
    requestsPerSecond: median(speeds.map((speed) => speed.requestsPerSecond)),
    eventsPerSecond: median(speeds.map((speed) => speed.eventsPerSecond)),
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

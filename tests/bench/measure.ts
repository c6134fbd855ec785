import { Run } from '../../src/engine/run'
import { keepSpecimen } from '../../src/engine/specimen'
import { type BenchCase, benchCases } from './scenarios'
import { runYardstick } from './yardstick'

export interface Speed {
  readonly requestsPerSecond: number
  readonly eventsPerSecond: number
}

/** One run of a case, and of the bare loop after it where there is one. */
export interface Round {
  readonly kernel: Speed
  readonly yardstick?: Speed
}

/** Medians over rounds. */
export interface Measurement extends Round {
  /** Kernel's requests/s over the yardstick's of the same round. */
  readonly ratio?: number
}

/** Slices of about the length that the Worker of the page uses. */
const EVENTS_PER_SLICE = 20_000
const WARM_UP_EVENTS = 1_000_000

/**
 * Measures a case once, with every metric on, after a warm-up, beside the specimen that the page's Worker keeps.
 * To be called in a fresh process or Worker each time: what an engine knows of the code from one case is not what it
 * would know in another.
 * @param name of the case
 * @param replication from 1
 * @param seconds a clock; only differences count
 */
export function measureRound(name: string, replication: number, seconds: () => number): Round {
  const bench = benchCases.find((bench) => bench.name === name)!
  const { yardstick } = bench
  keepSpecimen()
  startRun(bench, 0).advance(WARM_UP_EVENTS)
  if (yardstick) runYardstick(yardstick, 1)
  const kernel = speedOf(() => runKernel(bench, replication), seconds)
  return yardstick ? { kernel, yardstick: speedOf(() => runYardstick(yardstick, replication), seconds) } : { kernel }
}

/** The medians of what was measured. */
export function summarize(rounds: readonly Round[]): Measurement {
  const kernel = medianSpeed(rounds.map((round) => round.kernel))
  const besides = rounds.flatMap(({ kernel, yardstick }) => (yardstick ? [{ kernel, yardstick }] : []))
  if (besides.length === 0) return { kernel }
  return {
    kernel,
    yardstick: medianSpeed(besides.map((round) => round.yardstick)),
    ratio: median(besides.map(({ kernel, yardstick }) => kernel.requestsPerSecond / yardstick.requestsPerSecond)),
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
  run.toEnd(EVENTS_PER_SLICE)
  return { completed: run.view(1).summary.requests.completed, events: run.events }
}

function speedOf(work: () => Work, seconds: () => number): Speed {
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

export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

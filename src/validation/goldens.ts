import type { RunResult } from '../engine/runResult'
import { type Fingerprint, runWithFingerprint } from './fingerprint'
import committed from './goldens.json'
import { REFERENCE_SEEDS, type ReferenceScenario, referenceScenarios } from './referenceRuns'

/** What a reference run gives in every engine, with figures for people to see what a change moved. */
export interface Golden {
  readonly scenario: string
  readonly seed: number
  readonly events: number
  readonly fingerprint: Fingerprint
  readonly figures: GoldenFigures
}

/** Times in seconds, throughput in requests/s. */
export interface GoldenFigures {
  readonly generated: number
  readonly completed: number
  readonly dropped: number
  readonly noServerUp: number
  readonly inFlight: number
  readonly meanLatency: number | null
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly maxLatency: number | null
  readonly meanThroughput: number
  readonly maxThroughput: number | null
}

/** The fingerprints that were accepted; `npm run golden:update` writes them. */
export const goldens: readonly Golden[] = committed

/** Every reference run there is: all scenarios under all seeds. */
export function referenceRuns(): { readonly reference: ReferenceScenario; readonly seed: number }[] {
  return referenceScenarios().flatMap((reference) => REFERENCE_SEEDS.map((seed) => ({ reference, seed })))
}

/** Runs a reference scenario, as it was accepted or not. */
export function computeGolden({ id, scenario }: ReferenceScenario, seed: number): Golden {
  const { fingerprint, result } = runWithFingerprint({ scenario, seed })
  return { scenario: id, seed, events: result.events, fingerprint, figures: figuresOf(result) }
}

/** The accepted fingerprint of a reference run; undefined for a new one. */
export function goldenOf(scenario: string, seed: number): Golden | undefined {
  return goldens.find((golden) => golden.scenario === scenario && golden.seed === seed)
}

/** Whether two runs were the same, event by event and bit by bit. */
export function isSameRun(a: Fingerprint, b: Fingerprint): boolean {
  return a.order === b.order && a.trace === b.trace && a.series === b.series && a.outputs === b.outputs
}

function figuresOf({ summary: { requests, latency, throughput } }: RunResult): GoldenFigures {
  return {
    generated: requests.generated,
    completed: requests.completed,
    dropped: requests.outcomes.dropped,
    noServerUp: requests.outcomes.no_server_up,
    inFlight: requests.inFlight,
    meanLatency: latency.mean,
    p50: latency.p50,
    p95: latency.p95,
    p99: latency.p99,
    maxLatency: latency.max,
    meanThroughput: throughput.mean,
    maxThroughput: throughput.max,
  }
}

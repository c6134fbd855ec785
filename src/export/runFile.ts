import { gaugeIds, metricIds } from '../catalog/metrics'
import type { Intervals } from '../engine/intervals'
import { type PhaseTimes, phaseNames } from '../engine/phaseTimes'
import type { LatencyHistogram, RequestLog, RunResult, Spread, TimeSeries } from '../engine/runResult'

import {
  boolean,
  checked,
  column,
  DecodeError,
  type Decoder,
  list,
  literal,
  nullable,
  number,
  oneOf,
  optional,
  partial,
  record,
  shape,
  text,
} from './decode'
import { jsonParts } from './jsonParts'

const FORMAT = 'asyncflow-studio-run'
/** Goes up whenever the shape of a result changes. */
export const FORMAT_VERSION = 3

/** A run and the text that it was made from: what a run file holds. */
export interface SavedRun {
  readonly scenarioText: string
  readonly result: RunResult
}

/** What became of reading a file; a refusal says what is wrong, for the person who opened it. */
export type RunFile = { readonly ok: true; readonly run: SavedRun } | { readonly ok: false; readonly reason: string }

/** The run as JSON text, in parts. Full precision: reading it back gives the same numbers. */
export function runFileParts({ scenarioText, result }: SavedRun): Generator<string> {
  return jsonParts({ format: FORMAT, version: FORMAT_VERSION, scenarioText, result })
}

/** Reads a run file. Whatever the text, it answers with a run or with a reason, and never throws. */
export function parseRunFile(content: string): RunFile {
  const document = parseJson(content)
  if (document === undefined) return refuse('The file is not JSON.')
  if (typeof document !== 'object' || document === null || !('format' in document) || document.format !== FORMAT)
    return refuse('The file is JSON, but not a run of AsyncFlow Studio.')
  if (!('version' in document) || document.version !== FORMAT_VERSION)
    return refuse(`The file has another format version; this app reads version ${FORMAT_VERSION}.`)
  try {
    const { scenarioText, result } = decodeRunFile(document, 'file')
    return { ok: true, run: { scenarioText, result } }
  } catch (error) {
    if (error instanceof DecodeError) return refuse(`The file is damaged: ${error.message}.`)
    throw error
  }
}

function refuse(reason: string): RunFile {
  return { ok: false, reason }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

const count = number
const gaugeSummary = shape({ mean: number, max: number, maxAt: number })
const spread: Decoder<Spread> = shape({
  count,
  mean: nullable(number),
  max: nullable(number),
  p50: nullable(number),
  p95: nullable(number),
  p99: nullable(number),
})
const phaseTimes: Decoder<PhaseTimes> = shape({
  network: number,
  ram_wait: number,
  cpu_wait: number,
  cpu_service: number,
  db_pool_wait: number,
  io_wait: number,
  io_cache: number,
  io_db: number,
  io_llm: number,
})

const decodeSummary: Decoder<RunResult['summary']> = shape({
  warmUp: shape({
    seconds: number,
    by: oneOf(['none', 'stated', 'mser-5', 'events', 'undecided'] as const),
  }),
  requests: shape({
    generated: count,
    completed: count,
    inFlight: count,
    outcomes: shape({ completed: count, dropped: count, no_server_up: count }),
    droppedByEdge: record(count),
  }),
  latency: shape({
    count,
    mean: nullable(number),
    stdDev: nullable(number),
    min: nullable(number),
    max: nullable(number),
    p50: nullable(number),
    p90: nullable(number),
    p95: nullable(number),
    p99: nullable(number),
    p999: nullable(number),
    method: oneOf(['exact', 'histogram'] as const),
  }),
  phases: optional(phaseTimes),
  throughput: shape({ mean: number, max: nullable(number) }),
  components: record(partial(gaugeIds, gaugeSummary)),
  servers: record(
    shape({
      arrivals: count,
      answers: count,
      cpuWait: spread,
      cpuService: spread,
      time: spread,
      endpoints: record(shape({ throughput: number, time: spread })),
    }),
  ),
  edges: record(shape({ sent: count, lost: count, latency: nullable(number) })),
  objectives: list(
    shape({
      id: text,
      kind: oneOf(['latency', 'availability'] as const),
      target: number,
      valid: count,
      good: count,
      met: nullable(boolean),
      burnRate: nullable(number),
      budgetUsed: nullable(number),
    }),
  ),
  llmCost: optional(shape({ total: number, perRequest: nullable(number), perHour: number })),
})

const decodeHistogram: Decoder<LatencyHistogram> = checked(
  shape({ edges: column(Float64Array), counts: column(Float64Array) }),
  ({ edges, counts }) => edges.length === (counts.length === 0 ? 0 : counts.length + 1),
  'a histogram with one edge more than counts',
)

const decodeSeries: Decoder<TimeSeries> = checked(
  shape({
    metric: oneOf(metricIds),
    component: text,
    samplesPerPoint: number,
    samplePeriod: number,
    time: column(Float64Array),
    min: column(Float64Array),
    max: column(Float64Array),
    mean: column(Float64Array),
  }),
  ({ time, min, max, mean }) => sameLength(time, min, max, mean),
  'a series with columns of one length',
)

const decodeRequests: Decoder<RequestLog> = checked(
  shape({
    id: column(Uint32Array),
    start: column(Float64Array),
    finish: column(Float64Array),
    outcome: column(Uint16Array),
    phases: column(Float64Array),
    outcomeNames: list(text),
    truncated: boolean,
  }),
  ({ id, start, finish, outcome, phases }) =>
    sameLength(id, start, finish, outcome) && phases.length <= id.length * phaseNames.length,
  'a log with columns of one length',
)

const levels = { mean: column(Float64Array), max: column(Float64Array) }

const decodeIntervals: Decoder<Intervals> = checked(
  shape({
    ends: column(Float64Array),
    generated: column(Float64Array),
    completed: column(Float64Array),
    dropped: column(Float64Array),
    noServerUp: column(Float64Array),
    inSystem: shape(levels),
    latencies: shape({ first: column(Uint32Array), cell: column(Uint16Array), count: column(Float64Array) }),
    phases: column(Float64Array),
    gauges: list(shape({ component: text, metric: oneOf(gaugeIds), ...levels })),
    counters: list(
      shape({
        component: text,
        name: oneOf(['arrivals', 'answers', 'sent', 'lost'] as const),
        count: column(Float64Array),
      }),
    ),
    objectives: list(shape({ id: text, valid: column(Float64Array), good: column(Float64Array) })),
  }),
  ({ ends, generated, completed, dropped, noServerUp, inSystem, latencies, phases, gauges, counters, objectives }) =>
    sameLength(
      ends,
      ...[generated, completed, dropped, noServerUp, inSystem.mean, inSystem.max],
      ...gauges.flatMap(({ mean, max }) => [mean, max]),
      ...counters.map(({ count }) => count),
      ...objectives.flatMap(({ valid, good }) => [valid, good]),
    ) &&
    sameLength(latencies.cell, latencies.count) &&
    latencies.first.length === ends.length + 1 &&
    latencies.first.at(-1) === latencies.cell.length &&
    phases.length === ends.length * phaseNames.length,
  'intervals with columns of one length',
)

function sameLength(...columns: readonly ArrayLike<number>[]): boolean {
  return new Set(columns.map(({ length }) => length)).size === 1
}

const waitedFor = oneOf(['cpu', 'ram', 'db_pool'] as const)

const decodeSanity: Decoder<RunResult['sanity']> = shape({
  littlesLaw: shape({ inSystem: number, product: number, lost: number, unfinished: number }),
  loads: list(
    shape({
      component: text,
      resource: waitedFor,
      offered: number,
      used: optional(number),
    }),
  ),
  closedForms: list(
    shape({
      component: text,
      model: oneOf(['M/M/1', 'M/M/c', 'M/D/1', 'M/D/c', 'M/G/1', 'M/G/c', 'M/G/∞'] as const),
      quantity: oneOf(['core_wait', 'asleep'] as const),
      theory: number,
      simulated: number,
      reasons: list(text),
    }),
  ),
})

const decodeResult: Decoder<RunResult> = shape({
  identity: shape({ appVersion: text, scenarioName: text, scenarioHash: text, seed: number, replication: number }),
  end: oneOf(['horizon', 'cancelled', 'unstable'] as const),
  instability: optional(
    shape({
      inFlight: count,
      component: text,
      resource: oneOf(['cpu', 'ram', 'db_pool', 'io', 'network', 'background'] as const),
      waiting: count,
      since: number,
    }),
  ),
  simulatedSeconds: number,
  horizon: number,
  events: number,
  summary: decodeSummary,
  histogram: decodeHistogram,
  series: list(decodeSeries),
  intervals: decodeIntervals,
  attribution: shape({
    bottleneck: nullable(
      shape({
        component: text,
        resource: oneOf(['cpu', 'ram', 'db_pool', 'io', 'network', 'loss', 'outage', 'balancing'] as const),
        sinceSeconds: number,
      }),
    ),
    effect: nullable(shape({ before: nullable(number), during: nullable(number) })),
    saturations: list(shape({ component: text, resource: waitedFor, from: number, to: number, share: number })),
    use: list(
      shape({
        component: text,
        resource: oneOf(['cpu', 'ram', 'db_pool', 'network'] as const),
        utilisation: nullable(number),
        saturation: shape({ mean: number, max: number }),
        errors: count,
      }),
    ),
    headroom: nullable(shape({ factor: number, component: text, resource: waitedFor })),
    verdict: list(text),
  }),
  anatomy: list(shape({ from: number, to: number, count: number, latency: number, phases: phaseTimes })),
  sanity: decodeSanity,
  requests: decodeRequests,
  injectedEvents: list(
    shape({
      id: text,
      kind: oneOf(['server_outage', 'network_spike'] as const),
      target: text,
      start: number,
      end: number,
      spike: optional(number),
    }),
  ),
  performance: shape({ wallSeconds: number, events: number }),
})

const decodeRunFile = shape({
  format: literal(FORMAT),
  version: literal(FORMAT_VERSION),
  scenarioText: text,
  result: decodeResult,
})

import type { InjectedEvent } from '../scenario/injectedEvents'
import type { Spread } from '../stats/durationTally'

import type { PercentileBand } from './anatomy'
import type { Attribution } from './attribution/attribution'
import type { GaugeName } from './gauges'
import type { Intervals } from './intervals'
import type { ObjectiveResult } from './objectives'
import type { PhaseTimes } from './phaseTimes'
import type { Sanity } from './sanityResult'

export type { GaugeName, Spread }

/**
 * What a run gives back: plain data and typed columns, ready to be transferred, exported and drawn.
 * Units: seconds, MB, requests, requests/s, USD.
 */

/** How one request ended. `dropped` names the edge in {@link RequestLog.outcomeNames}. */
export interface OutcomeCounts {
  readonly completed: number
  /** Lost on edges, in total. */
  readonly dropped: number
  readonly no_server_up: number
}

/** Statistics of the latencies of completed requests; all figures but `count` are null when there are none. */
export interface LatencySummary {
  readonly count: number
  readonly mean: number | null
  /** Population standard deviation. */
  readonly stdDev: number | null
  readonly min: number | null
  readonly max: number | null
  readonly p50: number | null
  readonly p90: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly p999: number | null
  /**
   * `exact`: percentiles by linear interpolation between order statistics (NumPy type 7).
   * `histogram`: from a log-linear histogram, relative error ≤ 0.3 % (while the run goes on, and beyond 5 million requests).
   */
  readonly method: 'exact' | 'histogram'
}

/** Exact, whatever was sampled. */
export interface GaugeSummary {
  /** Time average. */
  readonly mean: number
  readonly max: number
  /** When the maximum was first reached [s]. */
  readonly maxAt: number
}

/** What a server did. */
export interface ServerSummary {
  /** Requests that came, and that were answered. */
  readonly arrivals: number
  readonly answers: number
  /** Waits for a core and stays at it, one of each per CPU burst. */
  readonly cpuWait: Spread
  readonly cpuService: Spread
  /** From arrival to answer. */
  readonly time: Spread
  readonly endpoints: Readonly<Record<string, EndpointSummary>>
}

export interface EndpointSummary {
  /** Answers over time [requests/s]. */
  readonly throughput: number
  /** From arrival at the server to its answer. */
  readonly time: Spread
}

/** What an edge did. */
export interface EdgeSummary {
  /** Requests sent, lost ones included. */
  readonly sent: number
  readonly lost: number
  /** Mean time that a request takes on the edge [s], also of those that are still on it; null when none was sent. */
  readonly latency: number | null
}

/**
 * From when on a run is measured. `none`: from its beginning. `stated`: the scenario says so. `mser-5`: found by that
 * rule. `events`: a rule was asked for, but the run has injected events and no steady state, so it is measured from
 * its beginning. `undecided`: no steady state was found in the first half.
 */
export interface WarmUp {
  /** [s] */
  readonly seconds: number
  readonly by: 'none' | 'stated' | 'mser-5' | 'events' | 'undecided'
}

export interface LlmCostSummary {
  /** [USD] */
  readonly total: number
  /** [USD per completed request]; null when none completed. */
  readonly perRequest: number | null
  /** [USD per hour of simulated time] */
  readonly perHour: number
}

/** Figures of a run; all but the counts of requests and the cost refer to the time after the warm-up. */
export interface RunSummary {
  readonly warmUp: WarmUp
  /** Over the whole run. */
  readonly requests: {
    readonly generated: number
    readonly completed: number
    readonly inFlight: number
    readonly outcomes: OutcomeCounts
    /** Requests lost, by edge id; edges without a loss are left out. */
    readonly droppedByEdge: Readonly<Record<string, number>>
  }
  readonly latency: LatencySummary
  /** Where the time of a completed request went on average; absent when none completed. */
  readonly phases?: PhaseTimes
  readonly throughput: {
    /** Completed requests over time [requests/s]. */
    readonly mean: number
    /** Largest number of completions in one whole second; null when the run was too short for one. */
    readonly max: number | null
  }
  /** Gauges of servers and edges, by their ids. */
  readonly components: Readonly<Record<string, Readonly<Partial<Record<GaugeName, GaugeSummary>>>>>
  readonly servers: Readonly<Record<string, ServerSummary>>
  readonly edges: Readonly<Record<string, EdgeSummary>>
  /** In the order of the scenario. */
  readonly objectives: readonly ObjectiveResult[]
  /** Present when a step of the scenario states a cost. */
  readonly llmCost?: LlmCostSummary
}

export type SeriesName = GaugeName | 'offered' | 'completed'

/**
 * One value over time, bounded in size: point i covers `samplesPerPoint` consecutive samples
 * (the last point perhaps fewer) and keeps their smallest, largest and mean value.
 */
export interface TimeSeries {
  readonly metric: SeriesName
  /** Id of the server or edge; empty for the whole system. */
  readonly component: string
  readonly samplesPerPoint: number
  /** Distance between two samples [s]. */
  readonly samplePeriod: number
  /** Time of the last sample in the point [s]. */
  readonly time: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly mean: Float64Array
}

/**
 * Counts of completed requests by latency; bin i is [edges[i], edges[i+1]), the last one closed. Empty without completions.
 * The edges are equally far apart, or, where latencies span more than an order of magnitude, by equal ratios.
 */
export interface LatencyHistogram {
  readonly edges: Float64Array
  readonly counts: Float64Array
}

/** What the dashboards draw: the same shape during a run and after it. */
export interface RunView {
  /** How far the run has come [s]. */
  readonly simulatedSeconds: number
  /** Where it ends [s]. */
  readonly horizon: number
  readonly events: number
  readonly summary: RunSummary
  readonly histogram: LatencyHistogram
  readonly series: readonly TimeSeries[]
  readonly intervals: Intervals
}

/** Every request that ended, in the order in which they ended. */
export interface RequestLog {
  /** Number of the request, counting generated ones from 1. */
  readonly id: Uint32Array
  /** When it was generated [s]. */
  readonly start: Float64Array
  /** When it ended [s]. */
  readonly finish: Float64Array
  /** Index into `outcomeNames`. */
  readonly outcome: Uint16Array
  /**
   * Where the time of each went [s], in the order of {@link phaseNames}, one request after the other; only of the
   * first 200,000.
   */
  readonly phases: Float64Array
  /** `completed`, `no_server_up`, then `dropped:<edge id>` for each edge. */
  readonly outcomeNames: readonly string[]
  /** True when the log was cut at its bound (5 million requests). */
  readonly truncated: boolean
}

/** Where a result comes from: enough to make it again. */
export interface RunIdentity {
  readonly appVersion: string
  readonly scenarioName: string
  /** SHA-256 of the scenario in canonical form (hex); comments and layout do not change it. */
  readonly scenarioHash: string
  readonly seed: number
  readonly replication: number
}

/**
 * `horizon`: as planned. `cancelled`: by the person. `unstable`: more requests were in the system than a run can
 * hold (500,000), since they came faster than they could be served.
 */
export type RunEnding = 'horizon' | 'cancelled' | 'unstable'

/** Where the requests were that made a run unstable. */
export interface Instability {
  /** Requests in the system, in all. */
  readonly inFlight: number
  /** The server or edge that held most of them. */
  readonly component: string
  /** What they were waiting for there; `io`: asleep, `network`: on the way, `background`: tasks, not requests. */
  readonly resource: 'cpu' | 'ram' | 'db_pool' | 'io' | 'network' | 'background'
  /** How many of them. */
  readonly waiting: number
  /** When the number in the system rose above a hundredth of what a run can hold, for the last time [s]. */
  readonly since: number
}

export interface RunResult extends RunView {
  readonly identity: RunIdentity
  /** How the run ended; unless at its horizon, everything refers to the time reached. */
  readonly end: RunEnding
  /** Present when the run ended as unstable. */
  readonly instability?: Instability
  readonly sanity: Sanity
  readonly attribution: Attribution
  /** Where the time went, from the quick requests to the slow ones. */
  readonly anatomy: readonly PercentileBand[]
  readonly requests: RequestLog
  readonly injectedEvents: readonly InjectedEvent[]
  readonly performance: { readonly wallSeconds: number; readonly events: number }
}

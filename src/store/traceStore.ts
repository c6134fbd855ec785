import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Sampling } from '../engine/requestChoice'
import type { RequestLog } from '../engine/runResult'
import { type Span, spansOf } from '../engine/spanColumns'
import type { RunRequest } from '../worker/protocol'
import type { TracedRequests } from '../worker/traceChosen'
import type { FinishedRun } from './finishedRun'

export type { TracedRequests }

/** How far the requests of a run have been followed. */
export type TracePhase =
  | { readonly phase: 'idle' }
  /** What was known of the run before stays until there is more. */
  | { readonly phase: 'following'; readonly run: FinishedRun; readonly requests: TracedRequests | undefined }
  | { readonly phase: 'done'; readonly run: FinishedRun; readonly requests: TracedRequests }
  | { readonly phase: 'failed'; readonly run: FinishedRun; readonly reason: string }

/** A request of a run's log. */
export interface LoggedRequest {
  readonly id: number
  /** When it was generated, and when it ended [s]. */
  readonly start: number
  readonly finish: number
  /** As in `RequestLog.outcomeNames`. */
  readonly outcome: string
}

/** A request with what it did. */
export interface ShownRequest {
  /** Its place in the log. */
  readonly place: number
  readonly request: LoggedRequest
  readonly spans: readonly Span[]
}

/** Single requests of one run, followed through the topology. */
export interface TraceState {
  readonly state: TracePhase
  /** Share of all requests that is sampled. */
  readonly rate: SampleRate
  /** The request on show, and the ids of what it passed; undefined: none. */
  readonly shown: ShownRequest | undefined
  readonly way: ReadonlySet<string>
  /**
   * Follows requests of this run, and shows the one of this number, if it is asked for and has ended. Whatever was known
   * of another run is forgotten.
   */
  follow(run: FinishedRun, wanted?: number): void
  /** Samples another share; what was followed is followed anew. */
  setRate(rate: SampleRate): void
  /** Shows the request at this place of the run's log, if it was followed. */
  show(place: number): void
  /** Shows none; what is known stays. */
  hide(): void
}

export type Trace = (
  request: RunRequest,
  log: RequestLog,
  sampling: Sampling,
  signal: AbortSignal,
) => Promise<TracedRequests>

/** Shares of all requests that a person can sample. */
export const SAMPLE_RATES = [0.001, 0.01, 0.1] as const
export type SampleRate = (typeof SAMPLE_RATES)[number]
const USUAL_RATE = 0.01

const NOWHERE: ReadonlySet<string> = new Set()

export function createTraceStore(trace: Trace, rate: SampleRate = USUAL_RATE): StoreApi<TraceState> {
  let task: AbortController | undefined

  return createStore<TraceState>()((set, get) => ({
    state: { phase: 'idle' },
    rate,
    shown: undefined,
    way: NOWHERE,
    follow(run, wanted) {
      task?.abort()
      const controller = new AbortController()
      task = controller
      const before = requestsOf(get().state, run)
      set({ state: { phase: 'following', run, requests: before } })
      if (before === undefined) get().hide()
      const { identity, requests } = run.result
      const { scenarioName, seed, replication } = identity
      const request = { scenario: run.scenario, scenarioName, seed, replication }
      trace(request, requests, { rate: get().rate, wanted }, controller.signal).then(
        (followed) => {
          if (task !== controller) return
          set({ state: { phase: 'done', run, requests: followed } })
          if (followed.choice.wanted !== undefined) get().show(followed.choice.wanted)
        },
        (error: Error) => {
          if (task === controller) set({ state: { phase: 'failed', run, reason: error.message } })
        },
      )
    },
    setRate(next) {
      set({ rate: next })
      const { state } = get()
      if (state.phase !== 'idle') get().follow(state.run)
    },
    show(place) {
      const { state } = get()
      if (state.phase === 'idle') return
      const request = requestAt(state.run.result.requests, place)
      const known = requestsOf(state, state.run)
      const spans = known && spansOf(known.spans, request.id)
      if (spans) set({ shown: { place, request, spans }, way: new Set(spans.map(({ component }) => component)) })
    },
    hide: () => set({ shown: undefined, way: NOWHERE }),
  }))
}

/** The request at a place of a log. */
export function requestAt({ id, start, finish, outcome, outcomeNames }: RequestLog, place: number): LoggedRequest {
  return {
    id: id[place]!,
    start: start[place]!,
    finish: finish[place]!,
    outcome: outcomeNames[outcome[place]!]!,
  }
}

/** What is known of the requests of a run. */
export function requestsOf(state: TracePhase, run: FinishedRun): TracedRequests | undefined {
  return (state.phase === 'following' || state.phase === 'done') && state.run === run ? state.requests : undefined
}

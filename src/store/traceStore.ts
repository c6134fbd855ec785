import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChosenRequest } from '../engine/requestChoice'
import type { RequestTrace } from '../engine/requestTrace'
import type { RequestLog } from '../engine/runResult'
import type { RunRequest } from '../worker/protocol'
import type { TracedRequests } from '../worker/trace.worker'
import type { FinishedRun } from './finishedRun'

/** How far the requests of a run have been followed. */
export type TracePhase =
  | { readonly phase: 'idle' }
  | { readonly phase: 'following'; readonly run: FinishedRun }
  | { readonly phase: 'done'; readonly run: FinishedRun; readonly requests: TracedRequests }
  | { readonly phase: 'failed'; readonly run: FinishedRun; readonly reason: string }

/** Single requests of one run, followed through the topology. */
export interface TraceState {
  readonly state: TracePhase
  /** The request on show, and the ids of what it passed; undefined: none. */
  readonly shown: { readonly request: ChosenRequest; readonly trace: RequestTrace } | undefined
  readonly way: ReadonlySet<string>
  /** Follows requests of this run; whatever was known of another is forgotten. */
  follow(run: FinishedRun): void
  show(request: ChosenRequest): void
  /** Shows none; what is known stays. */
  hide(): void
}

export type Trace = (request: RunRequest, log: RequestLog, signal: AbortSignal) => Promise<TracedRequests>

const NOWHERE: ReadonlySet<string> = new Set()

export function createTraceStore(trace: Trace): StoreApi<TraceState> {
  let task: AbortController | undefined

  return createStore<TraceState>()((set, get) => ({
    state: { phase: 'idle' },
    shown: undefined,
    way: NOWHERE,
    follow(run) {
      task?.abort()
      const controller = new AbortController()
      task = controller
      set({ state: { phase: 'following', run }, shown: undefined, way: NOWHERE })
      const { identity, requests } = run.result
      const { scenarioName, seed, replication } = identity
      trace({ scenario: run.scenario, scenarioName, seed, replication }, requests, controller.signal).then(
        (followed) => {
          if (task === controller) set({ state: { phase: 'done', run, requests: followed } })
        },
        (error: Error) => {
          if (task === controller) set({ state: { phase: 'failed', run, reason: error.message } })
        },
      )
    },
    show(request) {
      const { state } = get()
      const found = state.phase === 'done' ? state.requests.traces.get(request.id) : undefined
      if (found === undefined) return
      set({ shown: { request, trace: found }, way: new Set(found.spans.map(({ component }) => component)) })
    },
    hide: () => set({ shown: undefined, way: NOWHERE }),
  }))
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CheckEvent, FingerprintReport } from '../validation/checkSimulator'
import type { ModelReport } from '../validation/theoryModel'
import type { CheckEnd, CheckHandle } from '../worker/checkProtocol'

export type CheckPhase = { readonly phase: 'idle' | 'running' } | CheckEnd

/** The check of the simulator in this browser: how far it is, and what it has found. */
export interface CheckState {
  readonly state: CheckPhase
  /** Simulation runs that are done, of how many; 0 of 0 before it is known. */
  readonly runsDone: number
  readonly runs: number
  readonly models: readonly ModelReport[]
  readonly fingerprints: readonly FingerprintReport[]
  /** Begins afresh; ignored while a check goes on. */
  start(): void
  /** Ends the check; what it has found stays. */
  cancel(): void
}

const NOTHING_YET = { runsDone: 0, runs: 0, models: [], fingerprints: [] }

/** @param startCheck begins a check elsewhere (in a Worker) and tells of it */
export function createCheckStore(
  startCheck: (onEvent: (event: CheckEvent) => void) => CheckHandle,
): StoreApi<CheckState> {
  let handle: CheckHandle | undefined

  return createStore<CheckState>()((set) => {
    const take = (event: CheckEvent) => {
      if (event.kind === 'progress') set({ runsDone: event.runsDone, runs: event.runs })
      else if (event.kind === 'model') set(({ models }) => ({ models: [...models, event.report] }))
      else set(({ fingerprints }) => ({ fingerprints: [...fingerprints, event.report] }))
    }
    return {
      state: { phase: 'idle' },
      ...NOTHING_YET,
      start() {
        if (handle !== undefined) return
        set({ state: { phase: 'running' }, ...NOTHING_YET })
        handle = startCheck(take)
        void handle.end.then((state) => {
          handle = undefined
          set({ state })
        })
      },
      cancel() {
        handle?.cancel()
      },
    }
  })
}

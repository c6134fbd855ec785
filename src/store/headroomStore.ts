import { createStore, type StoreApi } from 'zustand/vanilla'
import { formatCompact, formatNumber } from '../base/format'
import { scaledLoad } from '../scenario/scaledLoad'
import { estimateRun, isLarge } from '../scenario/size/estimate'
import { MOST_EVENTS } from '../scenario/size/limits'
import type { VariantDone, VariantHandle, WhatIfPool } from '../worker/whatIfProtocol'
import type { FinishedRun } from './finishedRun'

/**
 * Loads that are tried, in parts of the one at which a resource is used up by the estimate. They are this far apart since
 * the estimate is told with two digits, and chance moves the load of a run of some thousand requests by a few per cent.
 */
const BELOW = 0.9
const ABOVE = 1.1

/** A run under another load. */
export interface LoadTrial extends VariantDone {
  /** Times the load of the run that is asked about. */
  readonly load: number
}

/** How far the question has come whether the headroom of a run is what its verdict estimates. */
export type HeadroomCheck =
  | { readonly phase: 'idle' }
  /** Asks first, since the runs take long: about so many seconds of wall-clock time. */
  | { readonly phase: 'proposed'; readonly run: FinishedRun; readonly wallSeconds: number }
  | { readonly phase: 'running'; readonly run: FinishedRun; readonly load: number }
  /** `above` is not tried where not even `below` can be served. */
  | {
      readonly phase: 'done'
      readonly run: FinishedRun
      readonly below: LoadTrial
      readonly above: LoadTrial | undefined
    }
  /** `refused`: such a run is more than can be simulated. `failed`: it broke off. */
  | { readonly phase: 'refused' | 'failed'; readonly run: FinishedRun; readonly reason: string }

export interface HeadroomState {
  readonly check: HeadroomCheck
  /** Runs the scenario a little below and a little above the estimated limit; ends what ran for another run. */
  ask(run: FinishedRun): void
  /** Starts the runs that are proposed. */
  confirm(): void
  /** Ends at once what runs or is proposed; an answer stays. */
  cancel(): void
}

const IDLE: HeadroomCheck = { phase: 'idle' }

/** Checks one headroom at a time, in one Worker at a time, under the seed of its run. */
export function createHeadroomStore(pool: Pick<WhatIfPool, 'run' | 'release'>): StoreApi<HeadroomState> {
  let running: VariantHandle | undefined

  return createStore<HeadroomState>()((set, get) => {
    /** Ends the run in progress, whose answer is not taken any more. */
    const stop = () => {
      const handle = running
      running = undefined
      handle?.cancel()
      pool.release()
    }

    /** What came out at this load; undefined when nothing did, and then the state says why. */
    const attempt = async (run: FinishedRun, load: number): Promise<LoadTrial | undefined> => {
      set({ check: { phase: 'running', run, load } })
      const handle = pool.run({ scenario: scaledLoad(run.scenario, load), seed: run.result.identity.seed })
      running = handle
      const end = await handle.end
      if (running !== handle || end.phase === 'cancelled') return undefined
      if (end.phase === 'done') return { ...end, load }
      stop()
      set({ check: { phase: 'failed', run, reason: end.reason } })
      return undefined
    }

    const start = async (run: FinishedRun, factor: number) => {
      const below = await attempt(run, BELOW * factor)
      if (below === undefined) return
      const holds = below.strain.behind === null
      const above = holds ? await attempt(run, ABOVE * factor) : undefined
      if (holds && above === undefined) return
      stop()
      set({ check: { phase: 'done', run, below, above } })
    }

    return {
      check: IDLE,
      ask(run) {
        stop()
        const { headroom } = run.result.attribution
        if (headroom === null) return
        const { factor } = headroom
        const estimates = [BELOW, ABOVE].map((part) => estimateRun(scaledLoad(run.scenario, part * factor)))
        const events = Math.max(...estimates.map((estimate) => estimate.events))
        if (events > MOST_EVENTS) {
          const reason = `Near ${formatNumber(factor, 2)} × the load a run would have about ${formatCompact(events)} events; at most ${formatCompact(MOST_EVENTS)} can be simulated.`
          set({ check: { phase: 'refused', run, reason } })
        } else if (estimates.some(isLarge)) {
          const wallSeconds = estimates.reduce((sum, estimate) => sum + estimate.wallSeconds, 0)
          set({ check: { phase: 'proposed', run, wallSeconds } })
        } else void start(run, factor)
      },
      confirm() {
        const { check } = get()
        if (check.phase !== 'proposed') return
        const { headroom } = check.run.result.attribution
        if (headroom !== null) void start(check.run, headroom.factor)
      },
      cancel() {
        stop()
        const { phase } = get().check
        if (phase === 'running' || phase === 'proposed') set({ check: IDLE })
      },
    }
  })
}

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { ensureExists } from '../base/assert'
import type { CheckState } from '../store/checkStore'
import type { RunState, ScenarioState, StudioStores, TimeState, ViewState } from '../store/contracts'
import type { HeadroomState } from '../store/headroomStore'
import type { KeptRunsState } from '../store/keptRunsStore'
import type { TraceState } from '../store/traceStore'
import type { WhatIfState } from '../store/whatIfState'

/** The stores, handed down from the composition root. */
export const StudioContext = createContext<StudioStores | undefined>(undefined)

export function useStudio(): StudioStores {
  return ensureExists(useContext(StudioContext), 'StudioContext')
}

/** Reads from the scenario store; the selector must return a primitive or a stable reference. */
export function useScenario<T>(selector: (state: ScenarioState) => T): T {
  return useStore(useStudio().scenario, selector)
}

/** Reads from the run store; the selector must return a primitive or a stable reference. */
export function useRun<T>(selector: (state: RunState) => T): T {
  return useStore(useStudio().run, selector)
}

/** Reads from the store of kept runs; the selector must return a primitive or a stable reference. */
export function useKeptRuns<T>(selector: (state: KeptRunsState) => T): T {
  return useStore(useStudio().runs, selector)
}

/** Reads from the view store; the selector must return a primitive or a stable reference. */
export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(useStudio().view, selector)
}

/** Reads from the store of the simulator's check; the selector must return a primitive or a stable reference. */
export function useCheck<T>(selector: (state: CheckState) => T): T {
  return useStore(useStudio().check, selector)
}

/** Reads from the store of the time axis; the selector must return a primitive or a stable reference. */
export function useTime<T>(selector: (state: TimeState) => T): T {
  return useStore(useStudio().time, selector)
}

/** Reads from the store of followed requests; the selector must return a primitive or a stable reference. */
export function useTrace<T>(selector: (state: TraceState) => T): T {
  return useStore(useStudio().trace, selector)
}

/** Reads from the store of what-if questions; the selector must return a primitive or a stable reference. */
export function useWhatIf<T>(selector: (state: WhatIfState) => T): T {
  return useStore(useStudio().whatIf, selector)
}

/** Reads from the store of the headroom's check; the selector must return a primitive or a stable reference. */
export function useHeadroom<T>(selector: (state: HeadroomState) => T): T {
  return useStore(useStudio().headroom, selector)
}

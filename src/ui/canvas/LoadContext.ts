import { createContext, useContext, useMemo } from 'react'
import { isStale } from '../dashboard/stale'
import { useShownRun } from '../dashboard/useShownRun'
import { useScenario, useTime } from '../studio'
import { type LoadScope, loadScope } from './loadScope'

/** The load that cards and arrows show; undefined: none. */
export const LoadContext = createContext<LoadScope | undefined>(undefined)

export function useLoad(): LoadScope | undefined {
  return useContext(LoadContext)
}

/** The load of the run on show, at the time that the charts point to; none of a run of another scenario than the text. */
export function useLoadScope(): LoadScope | undefined {
  const run = useShownRun()
  const parsed = useScenario((scenario) => scenario.parsed)
  const seed = useScenario((scenario) => scenario.seed)
  const isOld = useMemo(() => run !== undefined && isStale(run, { parsed, seed }), [run, parsed, seed])
  const pointed = useTime((time) => time.pointed)
  const pinned = useTime((time) => time.pinned)
  const selection = useTime((time) => time.selection)
  const scope = useMemo(() => {
    if (run === undefined || isOld) return undefined
    const bottleneck = run.finished?.result.attribution.bottleneck ?? undefined
    return loadScope(run.view.intervals, { zoom: undefined, selection, pointed, pinned }, run, bottleneck)
  }, [run, isOld, selection, pointed, pinned])
  return scope
}

import { useMemo } from 'react'
import { useRun } from '../studio'
import { type ShownRun, shownRun } from './shownRun'

/** The run that the page shows; changes only with the run itself. */
export function useShownRun(): ShownRun | undefined {
  const state = useRun((run) => run.state)
  const lastRun = useRun((run) => run.lastRun)
  const shownScenario = useRun((run) => run.shownScenario)
  return useMemo(() => shownRun({ state, lastRun, shownScenario }), [state, lastRun, shownScenario])
}

import { useEffect } from 'react'
import type { FinishedRun } from '../../store/finishedRun'
import type { HeadroomCheck } from '../../store/headroomStore'
import { Button } from '../../widgets/Button'
import { useHeadroom, useStudio } from '../studio'
import { headroomWords } from './headroomWords'

/** Checks the headroom of a run by runs under other loads; pressed again, it ends them. Who leaves the panel does, too. */
export function HeadroomButton({ run }: { readonly run: FinishedRun }) {
  const { headroom } = useStudio()
  const { phase } = useCheckOf(run)
  const { ask, confirm, cancel } = headroom.getState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another question.
  useEffect(() => () => headroom.getState().cancel(), [headroom, run.id])
  const [label, press] =
    phase === 'running'
      ? (['Stop checking', cancel] as const)
      : phase === 'proposed'
        ? (['Check anyway', confirm] as const)
        : (['Check by running', () => ask(run)] as const)
  return (
    <Button size="s" onClick={press}>
      {label}
    </Button>
  )
}

/** What the check says, also to those who do not see it. */
export function HeadroomAnswer({ run }: { readonly run: FinishedRun }) {
  return <p role="status">{headroomWords(useCheckOf(run))}</p>
}

function useCheckOf(run: FinishedRun): HeadroomCheck {
  return useHeadroom(({ check }) => (check.phase !== 'idle' && check.run.id === run.id ? check : IDLE))
}

const IDLE: HeadroomCheck = { phase: 'idle' }

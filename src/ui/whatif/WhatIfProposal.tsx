import { formatClock } from '../../base/format'
import type { Proposal } from '../../store/whatIfProposal'
import { Button } from '../../widgets/Button'
import { useWhatIf } from '../studio'
import styles from './WhatIf.module.css'

/** Asks before runs that take long, and offers what is done sooner. */
export function WhatIfProposal({ proposal }: { readonly proposal: Proposal }) {
  const vary = useWhatIf((whatIf) => whatIf.vary)
  const shorten = useWhatIf((whatIf) => whatIf.shorten)
  const confirm = useWhatIf((whatIf) => whatIf.confirm)
  const { wallSeconds, fewerSteps, shorterHorizon } = proposal
  return (
    <div className={styles.proposal} role="alert">
      <p>These runs would take about {formatClock(wallSeconds)}, within a factor of two.</p>
      {fewerSteps !== undefined && (
        <Button size="s" onClick={() => vary({ steps: fewerSteps })}>
          Run {fewerSteps} steps
        </Button>
      )}
      {shorterHorizon !== undefined && (
        <Button size="s" onClick={() => shorten(shorterHorizon)}>
          Simulate {formatClock(shorterHorizon)} each
        </Button>
      )}
      <Button size="s" onClick={confirm}>
        Run anyway
      </Button>
    </div>
  )
}

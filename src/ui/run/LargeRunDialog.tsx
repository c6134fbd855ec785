import { formatClock, formatCompact } from '../../base/format'
import type { RunEstimate } from '../../scenario/size/estimate'
import { Button } from '../../widgets/Button'
import { Dialog } from '../../widgets/Dialog'
import { useRun } from '../studio'
import styles from './LargeRunDialog.module.css'

/** Asks before a run that takes long: what it is going to cost, and what would make it smaller. */
export function LargeRunDialog({ onConfirm }: { readonly onConfirm: () => void }) {
  const proposed = useRun((run) => run.proposed)
  const confirm = useRun((run) => run.confirm)
  const decline = useRun((run) => run.decline)
  return (
    <Dialog
      open={proposed !== undefined}
      onClose={decline}
      title="This run is large"
      size="s"
      footer={
        <>
          <Button onClick={decline}>Not now</Button>
          <Button
            variant="primary"
            onClick={() => {
              confirm()
              onConfirm()
            }}
          >
            Run anyway
          </Button>
        </>
      }
    >
      {proposed && <Estimate estimate={proposed} />}
    </Dialog>
  )
}

function Estimate({ estimate: { seconds, requests, events, bytes, wallSeconds } }: { readonly estimate: RunEstimate }) {
  const facts = [
    ['Simulated time', formatClock(seconds)],
    ['Requests', formatCompact(requests)],
    ['Events', formatCompact(events)],
    ['Time to wait', formatClock(wallSeconds)],
    ['Memory', `${formatCompact(bytes / 1e6)} MB`],
  ]
  return (
    <>
      <p>Expected, within a factor of two; the time depends on the machine:</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>about {value}</dd>
          </div>
        ))}
      </dl>
      <p>
        It can be paused and cancelled at any time. A shorter <code>total_simulation_time</code>, fewer{' '}
        <code>avg_active_users</code> or a longer <code>sample_period_s</code> make it smaller.
      </p>
    </>
  )
}

import { Pause, Play, Square } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Button } from '../../widgets/Button'
import { useRun, useView } from '../studio'
import styles from './RunControl.module.css'
import { RunObstacle, useRunObstacle } from './RunObstacle'
import { RunProgressBar } from './RunProgressBar'
import { runAnnouncement } from './runAnnouncement'

const OBSTACLE_ID = 'run-obstacle'

/** The one primary action of the page, and how far it has come. */
export function RunControl() {
  const state = useRun((run) => run.state)
  const { start, pause, resume, cancel } = useRun((run) => run)
  const showTab = useView((view) => view.showTab)
  const obstacle = useRunObstacle()
  const underWay = state.phase === 'running' || state.phase === 'paused'
  const blocked = !underWay && obstacle !== undefined

  const [label, action] =
    state.phase === 'running'
      ? (['Pause', pause] as const)
      : state.phase === 'paused'
        ? (['Resume', resume] as const)
        : (['Run', start] as const)
  const perform = (event: MouseEvent) => {
    // The second click of a double click on Run must not pause what the first one started.
    if (event.detail > 1 || blocked) return
    action()
    if (action === start) showTab('dashboard')
  }
  return (
    <div className={styles.control}>
      {underWay && <RunProgressBar state={state} />}
      {blocked && <RunObstacle id={OBSTACLE_ID} obstacle={obstacle} />}
      <Button
        variant="primary"
        icon={label === 'Pause' ? <Pause size={14} /> : <Play size={14} />}
        aria-disabled={blocked}
        aria-describedby={blocked ? OBSTACLE_ID : undefined}
        onClick={perform}
      >
        {label}
      </Button>
      {underWay && (
        <Button icon={<Square size={12} />} onClick={cancel}>
          Cancel
        </Button>
      )}
      <span role="status" className="visually-hidden">
        {runAnnouncement(state)}
      </span>
    </div>
  )
}

import { Pause, Play, Square } from 'lucide-react'
import { type MouseEvent, useRef } from 'react'
import type { RunState } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { useRun, useView } from '../studio'
import { LargeRunDialog } from './LargeRunDialog'
import styles from './RunControl.module.css'
import { RunObstacle, useRunObstacle } from './RunObstacle'
import { RunProgressBar } from './RunProgressBar'
import { runAnnouncement } from './runAnnouncement'
import { SpeedMenu } from './SpeedMenu'

const OBSTACLE_ID = 'run-obstacle'

/**
 * The one primary action of the page, and how far it has come.
 * The main button stays where it is, last and of one width, so that a second click never hits something else.
 */
export function RunControl() {
  const run = useRun((store) => store)
  const showTab = useView((view) => view.showTab)
  const obstacle = useRunObstacle()
  const { state } = run
  const underWay = state.phase === 'running' || state.phase === 'paused'
  const blocked = !underWay && obstacle !== undefined
  const { label, action } = primaryAction(run)

  const main = useRef<HTMLButtonElement>(null)
  const cancel = () => {
    // Its button goes; whoever used the keyboard goes on from the one beside it.
    main.current?.focus()
    run.cancel()
  }
  const perform = (event: MouseEvent) => {
    // The second click of a double click on Run must not pause what the first one started.
    if (event.detail > 1 || blocked) return
    action()
    if (!underWay) showTab('dashboard')
  }
  return (
    <div className={styles.control}>
      {underWay && <RunProgressBar state={state} />}
      {blocked && <RunObstacle id={OBSTACLE_ID} obstacle={obstacle} />}
      {!blocked && <SpeedMenu />}
      {underWay && (
        <Button icon={<Square size={11} fill="currentColor" />} onClick={cancel}>
          Cancel
        </Button>
      )}
      <Button
        ref={main}
        variant="primary"
        className={styles.primary}
        icon={label === 'Pause' ? <Pause size={14} /> : <Play size={14} />}
        aria-disabled={blocked}
        aria-describedby={blocked ? OBSTACLE_ID : undefined}
        onClick={perform}
      >
        {label}
      </Button>
      <LargeRunDialog onConfirm={() => showTab('dashboard')} />
      <span role="status" className="visually-hidden">
        {runAnnouncement(state)}
      </span>
    </div>
  )
}

function primaryAction({ state, start, pause, resume }: RunState) {
  if (state.phase === 'running') return { label: 'Pause', action: pause }
  if (state.phase === 'paused') return { label: 'Resume', action: resume }
  return { label: 'Run', action: start }
}

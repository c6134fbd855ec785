import { CircleHelp, FolderOpen, LayoutGrid, Redo2, Share2, Undo2 } from 'lucide-react'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { ExportMenu } from '../export/ExportMenu'
import { useFileDialog } from '../import/useFileDialog'
import { RunControl } from '../run/RunControl'
import { useScenario, useView } from '../studio'
import { DraftMark } from './DraftMark'
import { ScenarioName } from './ScenarioName'
import { SeedField } from './SeedField'
import { ThemeMenu } from './ThemeMenu'
import styles from './TopBar.module.css'

/** What belongs to the whole scenario: its name, where it comes from and goes to, and the run. */
export function TopBar() {
  const { undo, redo, undoLabel, redoLabel } = useScenario((state) => state)
  const showDialog = useView((state) => state.showDialog)
  const openFiles = useFileDialog()
  return (
    <header className={styles.bar}>
      <h1 className={styles.product}>
        <Mark />
        <span className={styles.productName}>AsyncFlow Studio</span>
      </h1>
      <div className={styles.document}>
        <ScenarioName />
        <DraftMark />
      </div>
      <div className={styles.tools}>
        <IconButton
          label="Undo"
          tooltip={undoLabel === undefined ? 'Nothing to undo' : `Undo: ${undoLabel}`}
          icon={<Undo2 size={15} />}
          aria-disabled={undoLabel === undefined}
          onClick={undo}
        />
        <IconButton
          label="Redo"
          tooltip={redoLabel === undefined ? 'Nothing to redo' : `Redo: ${redoLabel}`}
          icon={<Redo2 size={15} />}
          aria-disabled={redoLabel === undefined}
          onClick={redo}
        />
        <span className={styles.rule} />
        <Button variant="quiet" icon={<LayoutGrid size={14} />} onClick={() => showDialog('examples')}>
          Examples
        </Button>
        <Button variant="quiet" icon={<FolderOpen size={14} />} onClick={openFiles}>
          Import
        </Button>
        <Button variant="quiet" icon={<Share2 size={14} />} onClick={() => showDialog('share')}>
          Share
        </Button>
        <ExportMenu />
        <span className={styles.spring} />
        <SeedField />
        <ThemeMenu />
        <IconButton label="About and help" icon={<CircleHelp size={15} />} onClick={() => showDialog('about')} />
      </div>
      <div className={styles.run}>
        <RunControl />
      </div>
    </header>
  )
}

function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7 16h7l6-6h5M14 16l6 6h5" />
      </g>
      <g fill="var(--on-accent)">
        <circle cx="7" cy="16" r="3" />
        <circle cx="25" cy="10" r="3" />
        <circle cx="25" cy="22" r="3" />
      </g>
    </svg>
  )
}

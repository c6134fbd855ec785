import { Maximize2, Minimize2 } from 'lucide-react'
import type { PaneName } from '../../store/contracts'
import { IconButton } from '../../widgets/IconButton'
import { useView } from '../studio'
import styles from './MaximizeButton.module.css'

const names: Record<PaneName, string> = { editor: 'editor', canvas: 'canvas', dashboard: 'results' }

/** Lets a pane fill the page, and gives the others their place back. For the end of a pane's toolbar. */
export function MaximizeButton({ pane }: { readonly pane: PaneName }) {
  const isMaximized = useView((state) => state.maximized === pane)
  const maximize = useView((state) => state.maximize)
  return (
    <IconButton
      label={isMaximized ? 'Show all panes' : `Maximise the ${names[pane]}`}
      className={styles.button}
      icon={isMaximized ? <Minimize2 size={14} /> : <Maximize2 size={14} />}
      aria-pressed={isMaximized}
      onClick={() => maximize(isMaximized ? undefined : pane)}
    />
  )
}

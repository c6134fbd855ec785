import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PaneName } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { classNames } from '../../widgets/classNames'
import { ErrorBoundary } from '../../widgets/ErrorBoundary'
import { CanvasPane } from '../canvas/CanvasPane'
import { EditorPane } from '../editor/EditorPane'
import { ResultsArea } from '../runs/ResultsArea'
import { useStudio, useView } from '../studio'
import styles from './PaneFrame.module.css'

const panes: Record<PaneName, { readonly what: string; readonly content: ReactNode }> = {
  editor: { what: 'The editor', content: <EditorPane /> },
  canvas: { what: 'The canvas', content: <CanvasPane /> },
  dashboard: { what: 'The dashboard', content: <ResultsArea /> },
}

/**
 * The place of a pane: keeps its faults to itself and lets it fill the page.
 * A maximised pane stays mounted and so do the ones behind it, so that nothing is loaded or laid out anew.
 */
export function PaneFrame({ pane }: { readonly pane: PaneName }) {
  const maximized = useView((state) => state.maximized)
  const { what, content } = panes[pane]
  const isHidden = maximized !== undefined && maximized !== pane
  return (
    <div
      className={classNames(styles.frame, maximized === pane && styles.maximized, isHidden && styles.hidden)}
      data-pane={pane}
    >
      <ErrorBoundary what={what} rescue={<CopyText />}>
        {content}
      </ErrorBoundary>
    </div>
  )
}

/** Saves the text from a pane that broke. */
function CopyText() {
  const { scenario, view } = useStudio()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(scenario.getState().text)
      view.getState().notify({ severity: 'info', message: 'Copied the text.' })
    } catch {
      view.getState().notify({ severity: 'error', message: 'The browser did not let the page copy. Press Ctrl+S.' })
    }
  }
  return (
    <Button icon={<Copy size={14} />} onClick={copy}>
      Copy the text
    </Button>
  )
}

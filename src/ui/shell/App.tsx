import type { StoredDraft } from '../../store/draftRecord'
import { CheckDialog } from '../check/CheckDialog'
import { Gallery } from '../gallery/Gallery'
import { DropTarget } from '../import/DropTarget'
import { ShareDialog } from '../share/ShareDialog'
import { AboutDialog } from './AboutDialog'
import styles from './App.module.css'
import { ShortcutsDialog } from './ShortcutsDialog'
import { Toast } from './Toast'
import { TopBar } from './TopBar'
import { useDocumentTitle } from './useDocumentTitle'
import { useDraftWarning } from './useDraftWarning'
import { useShortcuts } from './useShortcuts'
import { Workspace } from './Workspace'

/** The whole page: top bar, panes, and the dialogs above them. */
export function App({ otherDrafts }: { readonly otherDrafts: readonly StoredDraft[] }) {
  useShortcuts()
  useDocumentTitle()
  useDraftWarning()
  return (
    <DropTarget>
      <div className={styles.app}>
        <TopBar />
        <Workspace />
      </div>
      <Gallery otherDrafts={otherDrafts} />
      <ShareDialog />
      <ShortcutsDialog />
      <AboutDialog />
      <CheckDialog />
      <Toast />
    </DropTarget>
  )
}

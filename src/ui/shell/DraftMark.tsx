import { CloudOff } from 'lucide-react'
import { useView } from '../studio'
import styles from './DraftMark.module.css'

/** Whether what is typed survives the tab. Says it in small type, and in plain sight when it does not. */
export function DraftMark() {
  const draft = useView((state) => state.draft)
  if (draft.phase !== 'unavailable') {
    return <span className={styles.mark}>{draft.phase === 'saved' ? 'Draft saved' : 'Saving…'}</span>
  }
  return (
    <span className={styles.trouble} title={`The draft is not saved: ${draft.reason}.`}>
      <CloudOff size={14} aria-hidden="true" />
      Not saved
    </span>
  )
}

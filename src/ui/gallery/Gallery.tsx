import { useMemo } from 'react'
import { type Example, examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import type { StoredDraft } from '../../store/draftRecord'
import { Dialog } from '../../widgets/Dialog'
import { openDocument } from '../document/openDocument'
import { openExample } from '../document/openExample'
import { useStudio, useView } from '../studio'
import styles from './Gallery.module.css'
import { Thumbnail } from './Thumbnail'

/** Scenarios to learn from and to start with, and the drafts of other tabs and earlier days. */
export function Gallery({ otherDrafts }: { readonly otherDrafts: readonly StoredDraft[] }) {
  const stores = useStudio()
  const isOpen = useView((state) => state.dialog === 'examples')
  const notice = useView((state) => state.notice)
  const close = () => stores.view.getState().showDialog(undefined)
  const chooseExample = (example: Example) => {
    close()
    openExample(stores, example)
  }
  const chooseDraft = (draft: StoredDraft) => {
    close()
    openDocument(stores, draft.document)
  }
  return (
    <Dialog open={isOpen} onClose={close} title="Examples" size="l">
      {/* A message that led here (an unknown example) would be out of reach behind the dialog. */}
      {notice && <p className={styles.notice}>{notice.message}</p>}
      <p className={styles.intro}>Opening one keeps your draft: undo brings it back.</p>
      <ul className={styles.cards}>
        {examples.map((example) => (
          <ExampleCard key={example.id} example={example} onChoose={() => chooseExample(example)} />
        ))}
      </ul>
      {otherDrafts.length > 0 && (
        <section className={styles.drafts}>
          <h3>Your other drafts</h3>
          <ul>
            {otherDrafts.map((draft) => (
              <li key={draft.id}>
                <button type="button" className={styles.draft} onClick={() => chooseDraft(draft)}>
                  <span>{draft.document.name}</span>
                  <time dateTime={new Date(draft.savedAt).toISOString()}>{when(draft.savedAt)}</time>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

function ExampleCard({ example, onChoose }: { readonly example: Example; readonly onChoose: () => void }) {
  const { title, lesson, lookAt, text } = example
  const scenario = useMemo(() => parseScenario(text).scenario, [text])
  return (
    <li>
      <button type="button" className={styles.card} onClick={onChoose}>
        <span className={styles.picture}>{scenario && <Thumbnail scenario={scenario} />}</span>
        <strong className={styles.title}>{title}</strong>
        <span>{lesson}</span>
        <span className={styles.lookAt}>
          <b>Look at</b> {lookAt}
        </span>
      </button>
    </li>
  )
}

function when(time: number): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}

import { Check, Copy, FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { documentOf } from '../../store/scenarioStore'
import { Button } from '../../widgets/Button'
import { classNames } from '../../widgets/classNames'
import { Dialog } from '../../widgets/Dialog'
import { saveScenarioFile } from '../document/saveScenarioFile'
import { useStudio, useView } from '../studio'
import { copyText } from './copyText'
import styles from './ShareDialog.module.css'
import { shareAdvice } from './shareAdvice'
import { shareLinkTo } from './shareLink'

/** The link to the scenario. Opening the dialog copies it; the rest is for those whose browser does not allow that. */
export function ShareDialog() {
  const isOpen = useView((state) => state.dialog === 'share')
  const showDialog = useView((state) => state.showDialog)
  return (
    <Dialog open={isOpen} onClose={() => showDialog(undefined)} title="Share this scenario">
      <ShareContent />
    </Dialog>
  )
}

function ShareContent() {
  const stores = useStudio()
  const [{ url, opens }] = useState(() => shareLinkTo(documentOf(stores.scenario.getState())))
  const [copy, setCopy] = useState<'pending' | 'copied' | 'refused'>('pending')
  const field = useRef<HTMLInputElement>(null)
  const advice = shareAdvice(url.length)

  // Runs in the very click that opened the dialog, which is when browsers allow it.
  useEffect(() => {
    if (opens) void copyText(url).then((copied) => setCopy(copied ? 'copied' : 'refused'))
  }, [url, opens])
  useEffect(() => {
    if (copy === 'refused') field.current?.select()
  }, [copy])

  const copyAgain = async () => setCopy((await copyText(url)) ? 'copied' : 'refused')
  return (
    <div className={styles.content}>
      <p role="status" className={styles.status}>
        {copy === 'copied' && (
          <>
            <Check size={16} aria-hidden="true" /> Link copied.
          </>
        )}
        {copy === 'refused' &&
          'The browser did not let the page copy. The link is selected: copy it with the keyboard.'}
        {!opens && 'This scenario is too large for a link.'}
      </p>
      {opens && (
        <div className={styles.row}>
          <input
            ref={field}
            className={styles.link}
            aria-label="Link to this scenario"
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
          />
          <Button icon={<Copy size={14} />} onClick={copyAgain}>
            Copy link
          </Button>
        </div>
      )}
      <p className={classNames(styles.advice, advice.severity !== 'fine' && styles.warning)}>{advice.text}</p>
      <p className={styles.note}>
        The link itself holds the scenario: text, name, positions and seed. Nothing is sent to a server. Whoever has the
        link can read it, and opening it runs nothing.
      </p>
      {advice.severity !== 'fine' && (
        <Button className={styles.file} icon={<FileDown size={14} />} onClick={() => saveScenarioFile(stores)}>
          Save as a file
        </Button>
      )}
    </div>
  )
}

import { Copy, FlaskConical } from 'lucide-react'
import { useState } from 'react'
import type { CheckState } from '../../store/checkStore'
import { Button } from '../../widgets/Button'
import { Dialog } from '../../widgets/Dialog'
import { copyText } from '../share/copyText'
import { useCheck, useView } from '../studio'
import styles from './Check.module.css'
import { checkReport } from './checkReport'
import { verdictOf } from './checkWords'
import { FingerprintTables } from './FingerprintTables'
import { ModelTable } from './ModelTable'
import { VerdictMark } from './VerdictMark'

/** Lets visitors see for themselves that the figures are right, in their own browser. */
export function CheckDialog() {
  const isOpen = useView((state) => state.dialog === 'check')
  const showDialog = useView((state) => state.showDialog)
  const check = useCheck((state) => state)
  const close = () => {
    check.cancel()
    showDialog(undefined)
  }
  return (
    <Dialog open={isOpen} onClose={close} title="Check this simulator" size="l" footer={<CheckActions check={check} />}>
      <div className={styles.content}>
        <p>
          Runs scenarios in your own browser whose figures are known: queueing theory says what comes out, or a
          reference run does, event by event and bit by bit. It takes about a minute. The seeds are fixed, so everybody
          sees the same figures.
        </p>
        <CheckStatus check={check} />
        {check.fingerprints.length > 0 && (
          <section>
            <h3>The same in every browser</h3>
            <FingerprintTables fingerprints={check.fingerprints} />
          </section>
        )}
        {check.models.length > 0 && (
          <section>
            <h3>The same as theory</h3>
            <ModelTable models={check.models} />
          </section>
        )}
      </div>
    </Dialog>
  )
}

/** What a screen reader announces is the phase and the verdict, not every run. */
function CheckStatus({ check }: { readonly check: CheckState }) {
  const { state, runsDone, runs } = check
  const verdict = verdictOf(check)
  return (
    <div className={state.phase === 'idle' ? undefined : styles.status}>
      <p role="status">
        {state.phase === 'running' && 'The check is running.'}
        {state.phase === 'cancelled' && 'The check was cancelled. What it found so far stands below.'}
        {state.phase === 'failed' && <VerdictMark ok={false}>{`The check broke off. ${state.message}`}</VerdictMark>}
        {verdict && <VerdictMark ok={verdict.ok}>{verdict.text}</VerdictMark>}
      </p>
      {state.phase === 'running' && (
        <span className={styles.progress}>
          <progress
            className={styles.bar}
            aria-label="Progress of the check"
            max={Math.max(1, runs)}
            value={runsDone}
          />
          <span className={styles.muted}>
            run {runsDone} of {runs}
          </span>
        </span>
      )}
    </div>
  )
}

/** Says what became of the copy beside the button: a notice of the page would be behind the dialog. */
function CopyReport({ check }: { readonly check: CheckState }) {
  const [copy, setCopy] = useState<'copied' | 'refused'>()
  const copyReport = async () => {
    const copied = await copyText(checkReport(check, `AsyncFlow Studio ${__APP_VERSION__} in ${navigator.userAgent}`))
    setCopy(copied ? 'copied' : 'refused')
  }
  return (
    <>
      <span role="status" className={styles.copy}>
        {copy === 'copied' && 'Report copied.'}
        {copy === 'refused' && 'The browser did not let the page copy.'}
      </span>
      <Button icon={<Copy size={14} />} onClick={() => void copyReport()}>
        Copy report
      </Button>
    </>
  )
}

function CheckActions({ check }: { readonly check: CheckState }) {
  const { state, fingerprints } = check
  return (
    <>
      {fingerprints.length > 0 && state.phase !== 'running' && <CopyReport check={check} />}
      {state.phase === 'running' ? (
        <Button onClick={check.cancel}>Cancel</Button>
      ) : (
        <Button variant="primary" icon={<FlaskConical size={14} />} onClick={check.start}>
          {state.phase === 'idle' ? 'Run the check' : 'Run again'}
        </Button>
      )}
    </>
  )
}

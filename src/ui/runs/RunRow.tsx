import { Download, Eye, Pin, Trash2 } from 'lucide-react'
import { formatCount, formatSeconds } from '../../base/format'
import type { KeptRun } from '../../store/keptRun'
import { IconButton } from '../../widgets/IconButton'
import { TextField } from '../../widgets/TextField'
import { useStudio } from '../studio'
import styles from './Runs.module.css'
import { endText, whenText } from './runWords'
import { useRunActions } from './useRunActions'

interface RunRowProps {
  readonly run: KeptRun
  /** Whether its figures are those on show. */
  readonly isShown: boolean
  /** Whether its scenario means the same as the present text. */
  readonly isOfPresentText: boolean
  readonly isChosen: boolean
  /** Whether one more run can be chosen. */
  readonly canBeChosen: boolean
}

/** A kept run: its name, its headline figures, and what can be done with it. */
export function RunRow({ run, isShown, isOfPresentText, isChosen, canBeChosen }: RunRowProps) {
  const { runs } = useStudio()
  const { choose, rename, pin } = runs.getState()
  const { show, save, remove } = useRunActions(run)
  const when = whenText(run.finishedAt, Date.now())
  const which = `“${run.name}” of ${when}`
  const marks = [
    isShown ? 'on show' : undefined,
    isOfPresentText ? undefined : 'another text',
    endText(run),
    run.cut ? 'requests cut' : undefined,
  ]
  return (
    <tr data-run={run.id}>
      <td>
        <label className={styles.choice}>
          <input
            type="checkbox"
            aria-label={`Compare ${which}`}
            checked={isChosen}
            disabled={!isChosen && !canBeChosen}
            onChange={(event) => choose(run.id, event.target.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <TextField
          label={`Name of the run of ${when}`}
          hideLabel
          quiet
          value={run.name}
          maxLength={120}
          onCommit={(name) => void rename(run.id, name.trim() || run.name)}
        />
        <p className={styles.facts}>
          <time dateTime={new Date(run.finishedAt).toISOString()}>{when}</time>
          <span>seed {run.seed}</span>
          <span className={styles.onlyNarrow}>{formatCount(run.completed)} completed</span>
          {marks
            .filter((mark) => mark !== undefined)
            .map((mark) => (
              <span key={mark} className={styles.mark} data-mark={mark}>
                {mark}
              </span>
            ))}
        </p>
      </th>
      <td className={styles.number}>{formatSeconds(run.p95)}</td>
      <td className={`${styles.number} ${styles.completed}`}>{formatCount(run.completed)}</td>
      <td>
        <div className={styles.actions}>
          <IconButton size="s" label={`Show ${which}`} tooltip="Show" icon={<Eye size={14} />} onClick={show} />
          <IconButton
            size="s"
            label={`Pin ${which}`}
            tooltip={run.pinned ? 'Pinned: never makes room for newer runs' : 'Pin: keep when room is needed'}
            icon={<Pin size={14} fill={run.pinned ? 'currentColor' : 'none'} />}
            aria-pressed={run.pinned}
            onClick={() => void pin(run.id, !run.pinned)}
          />
          <IconButton
            size="s"
            label={`Save ${which} as a file`}
            tooltip="Save as a run file"
            icon={<Download size={14} />}
            onClick={save}
          />
          <IconButton
            size="s"
            label={`Delete ${which}`}
            tooltip="Delete"
            icon={<Trash2 size={14} />}
            onClick={remove}
          />
        </div>
      </td>
    </tr>
  )
}

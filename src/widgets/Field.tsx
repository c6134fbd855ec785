import { type ReactNode, useId } from 'react'
import { classNames } from './classNames'
import styles from './Field.module.css'

/** What a control inside a field has to carry so that label, hint and error belong to it. */
export interface FieldControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps {
  readonly label: string
  /** Shown below the control: what the value means, its range, its default. */
  readonly hint?: string | undefined
  /** Shown in place of the hint. */
  readonly error?: string | undefined
  /** Called on Escape while there is an error: it is not to be shown any more. */
  readonly onDismissError?: (() => void) | undefined
  /** `row`: label and control side by side. */
  readonly layout?: 'column' | 'row'
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean
  readonly children: (control: FieldControlProps) => ReactNode
}

/** A labelled control with a hint or an error tied to it. */
export function Field({ label, hint, error, layout = 'column', hideLabel = false, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={classNames(styles.field, styles[layout])}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-describedby': note === undefined ? undefined : noteId,
          'aria-invalid': error === undefined ? undefined : true,
        })}
        {note !== undefined && (
          <p id={noteId} className={error === undefined ? styles.hint : styles.error}>
            {note}
          </p>
        )}
      </div>
    </div>
  )
}

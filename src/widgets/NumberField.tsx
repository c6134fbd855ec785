import { type KeyboardEvent, useState } from 'react'
import { Field, type FieldProps } from './Field'
import { finishesField } from './finishesField'
import styles from './Input.module.css'
import { type NumberRange, readNumber, stepNumber } from './numberText'

export interface NumberFieldProps extends Omit<FieldProps, 'children'>, NumberRange {
  /** undefined: no value of its own; the placeholder (usually the default) applies. */
  readonly value: number | undefined
  /** Unit, shown behind the number and part of what a screen reader says. */
  readonly unit?: string | undefined
  readonly placeholder?: string | undefined
  /** Whether the field may be emptied; `onCommit(undefined)` then. */
  readonly optional?: boolean
  readonly disabled?: boolean
  /** Called on Enter or Ctrl+S, on arrow keys and when the field is left, only with a valid and changed number. */
  readonly onCommit: (value: number | undefined) => void
}

/** What is being typed in place of a value; void when that changes. */
interface Draft {
  readonly text: string
  readonly of: number | undefined
}

/**
 * A number with its unit and range. Arrow up and down step it; Escape takes back what was typed. What cannot be taken
 * stays with its reason, also when the field is left.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    value,
    unit,
    placeholder,
    optional = false,
    disabled,
    onCommit,
    minimum,
    maximum,
    above,
    below,
    integer,
    ...field
  } = props
  const [typed, setTyped] = useState<Draft>()
  if (typed !== undefined && typed.of !== value) setTyped(undefined)
  const draft = typed?.text
  const range: NumberRange = { minimum, maximum, above, below, integer }
  const shown = draft ?? (value === undefined ? '' : String(value))
  const reading = readNumber(shown, range, optional)
  const error = draft !== undefined && !reading.ok ? reading.reason : field.error

  const finish = () => {
    if (draft !== undefined && reading.ok && reading.value !== value) onCommit(reading.value)
    if (reading.ok) setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (finishesField(event)) finish()
    if (event.key === 'Escape' && (draft !== undefined || field.error !== undefined)) {
      event.stopPropagation()
      field.onDismissError?.()
      setTyped(undefined)
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const current = reading.ok ? reading.value : value
    const next = stepNumber(current ?? Number(placeholder), event.key === 'ArrowUp' ? 1 : -1, range)
    setTyped(undefined)
    if (next !== undefined && next !== value) onCommit(next)
  }
  return (
    <Field {...field} error={error}>
      {(control) => (
        <span className={styles.group}>
          <input
            {...control}
            className={styles.input}
            type="text"
            inputMode={integer ? 'numeric' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
            aria-label={unit === undefined || unit === '' ? undefined : `${field.label} [${unit}]`}
            value={shown}
            placeholder={placeholder}
            disabled={disabled}
            onChange={(event) => setTyped({ text: event.target.value, of: value })}
            onBlur={finish}
            onKeyDown={onKeyDown}
          />
          {unit !== undefined && unit !== '' && (
            <span className={styles.unit} aria-hidden="true">
              {unit}
            </span>
          )}
        </span>
      )}
    </Field>
  )
}

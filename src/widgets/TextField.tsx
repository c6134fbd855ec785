import { type KeyboardEvent, useState } from 'react'
import { classNames } from './classNames'
import { Field, type FieldProps } from './Field'
import { finishesField } from './finishesField'
import styles from './Input.module.css'

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly disabled?: boolean
  /** Looks like plain text until it is hovered or has the focus. */
  readonly quiet?: boolean
  /** Called with the new text on Enter or Ctrl+S and when the field is left, only if it changed. Escape takes it back. */
  readonly onCommit: (value: string) => void
}

/** A one-line text that counts once it is finished. */
export function TextField({
  value,
  placeholder,
  maxLength,
  disabled,
  quiet = false,
  onCommit,
  ...field
}: TextFieldProps) {
  const [draft, setDraft] = useState<string>()
  const commit = () => {
    if (draft !== undefined && draft !== value) onCommit(draft)
    setDraft(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (finishesField(event)) commit()
    if (event.key === 'Escape' && (draft !== undefined || field.error !== undefined)) {
      event.stopPropagation()
      field.onDismissError?.()
      setDraft(undefined)
    }
  }
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className={classNames(styles.input, quiet && styles.quiet)}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={draft ?? value}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  )
}

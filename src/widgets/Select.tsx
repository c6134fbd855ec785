import type { KeyboardEvent } from 'react'
import { Field, type FieldProps } from './Field'
import styles from './Input.module.css'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly label: string
}

export interface SelectProps<T extends string> extends Omit<FieldProps, 'children'> {
  readonly value: T | undefined
  readonly options: readonly SelectOption<T>[]
  readonly disabled?: boolean
  readonly onCommit: (value: T) => void
}

/** A choice of one, on the browser's own `<select>`. */
export function Select<T extends string>({ value, options, disabled, onCommit, ...field }: SelectProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onCommit(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || field.error === undefined) return
    event.stopPropagation()
    field.onDismissError?.()
  }
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className={styles.input}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
          onKeyDown={onKeyDown}
        >
          {!options.some((option) => option.value === value) && <option value={value ?? ''}>{value ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

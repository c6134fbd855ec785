import { RotateCcw } from 'lucide-react'
import type { DocumentPath } from '../../scenario/diagnostic'
import { type ScalarValue, scenarioEdits } from '../../scenario/edit'
import { type FieldSchema, fieldSchemaAt } from '../../scenario/fields'
import { valueAt } from '../../scenario/valueAt'
import { IconButton } from '../../widgets/IconButton'
import { NumberField } from '../../widgets/NumberField'
import { Select } from '../../widgets/Select'
import { TextField } from '../../widgets/TextField'
import { isKnob } from '../whatif/knobs'
import { WhatIfButton } from '../whatif/WhatIfButton'
import { WhatIf } from '../whatif/WhatIfPanel'
import { hintText, labelText, wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { isWritten } from './isWritten'
import { type RefusalProps, useRefusal } from './useRefusal'

interface ScalarFieldProps {
  readonly path: DocumentPath
  /** Kind of the step that the field belongs to, and its law. */
  readonly kinds?: readonly string[]
  /** In place of the schema's title. */
  readonly label?: string | undefined
  /** The key must be there although the schema lets it be left out. */
  readonly required?: boolean
  /** In place of the schema's words, or where it has none: what may be chosen. */
  readonly options?: readonly string[]
}

/** One value of the text as a form field: its control, unit, range and default come from the schema. */
export function ScalarField({ path, kinds = [], label, required, options }: ScalarFieldProps) {
  const { scenario, parsed, locked, tryEdit } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const known = fieldSchemaAt(path, ...kinds)
  if (!known) return undefined
  const field = required ? { ...known, requiredKey: true } : known
  const value = valueAt(scenario, path)
  const written = isWritten(parsed, path)
  const key = String(path.at(-1))
  const name = label ?? labelText(field.title)
  const commit = (next: ScalarValue | undefined) => {
    const made = tryEdit((text) =>
      next === undefined ? scenarioEdits.removeAt(text, path) : scenarioEdits.setValue(text, path, next),
    )
    setRefusal(made.ok ? undefined : `${next === undefined ? 'Kept' : `${next} was not written`}: ${made.reason}`)
  }
  const knob = isNumber(field) && isKnob(path) ? { path, kinds } : undefined
  return (
    <>
      <div className={styles.row}>
        <ScalarControl
          field={options ? { ...field, options } : field}
          label={name}
          hint={hintText(field, written, key)}
          value={value}
          written={written}
          {...refusal}
          disabled={locked}
          onCommit={commit}
        />
        {written && !field.requiredKey && (
          <IconButton
            size="s"
            label={`Reset ${label ?? field.title}`}
            icon={<RotateCcw size={13} />}
            disabled={locked}
            onClick={(event) => {
              // The button goes when there is nothing left to reset.
              event.currentTarget.closest(`.${styles.row}`)?.querySelector<HTMLElement>('input, select')?.focus()
              commit(undefined)
            }}
          />
        )}
        {knob && <WhatIfButton knob={knob} label={name} disabled={locked} className={styles.last} />}
      </div>
      {knob && <WhatIf knob={knob} label={name} field={field} onUse={commit} />}
    </>
  )
}

const isNumber = ({ type }: FieldSchema) => type === 'number' || type === 'integer'

interface ScalarControlProps extends RefusalProps {
  readonly field: FieldSchema
  readonly label: string
  readonly hint: string | undefined
  readonly value: unknown
  readonly written: boolean
  readonly disabled: boolean
  readonly onCommit: (value: ScalarValue | undefined) => void
}

function ScalarControl({ field, value, written, onCommit, ...control }: ScalarControlProps) {
  const common = { ...control, layout: 'row' } as const
  if (field.options) {
    return (
      <Select
        {...common}
        value={typeof value === 'string' ? value : undefined}
        options={field.options.map((word) => ({ value: word, label: field.role ? word : wordText(word) }))}
        onCommit={onCommit}
      />
    )
  }
  if (isNumber(field)) {
    return (
      <NumberField
        {...common}
        value={written && typeof value === 'number' ? value : undefined}
        unit={field.unit}
        placeholder={typeof field.default === 'number' ? String(field.default) : undefined}
        optional={!field.requiredKey}
        minimum={field.minimum}
        above={field.exclusiveMinimum}
        below={field.exclusiveMaximum}
        maximum={field.maximum}
        integer={field.type === 'integer'}
        onCommit={onCommit}
      />
    )
  }
  return <TextField {...common} value={typeof value === 'string' ? value : ''} onCommit={onCommit} />
}

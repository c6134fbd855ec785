import type { RandomCountSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { fieldSchemaAt } from '../../scenario/fields'
import { valueAt } from '../../scenario/valueAt'
import { DurationField } from './DurationField'
import { FieldGroup } from './FieldGroup'
import { labelText } from './fieldText'
import { useInspector } from './InspectorContext'
import { NumberOrWordField } from './NumberOrWordField'
import { ScalarField } from './ScalarField'

interface MapFieldsProps {
  readonly path: DocumentPath
  /** Kind of the step that the map belongs to. */
  readonly kinds?: readonly string[]
  /** Keys that have a field of their own elsewhere in the form. */
  readonly except?: readonly string[]
}

/** A field for every key of a map, as the schema lists them; maps inside become groups. */
export function MapFields({ path, kinds = [], except = [] }: MapFieldsProps) {
  const { scenario } = useInspector()
  const keys = fieldSchemaAt(path, ...kinds)?.keys ?? []
  return keys.map((key) => {
    const keyPath = [...path, key]
    const field = fieldSchemaAt(keyPath, ...kinds)
    if (!field || except.includes(key) || field.type === 'array' || isFixed(field.options)) return undefined
    if (field.form === 'duration') return <DurationField key={key} path={keyPath} kinds={kinds} />
    if (field.words) return <NumberOrWordField key={key} path={keyPath} words={field.words} />
    if (field.type !== 'object') return <ScalarField key={key} path={keyPath} kinds={kinds} />
    return (
      <FieldGroup key={key} title={labelText(field.title)}>
        <MapFields path={keyPath} kinds={kinds} except={unusedKeys(field.form, valueAt(scenario, keyPath))} />
      </FieldGroup>
    )
  })
}

/** A variance is no matter of laws that have none; one that is written all the same keeps its field. */
function unusedKeys(form: string | undefined, value: unknown): readonly string[] {
  if (form !== 'random-variable') return []
  const { distribution, variance } = value as RandomCountSpec
  return variance === undefined && distribution === 'poisson' ? ['variance'] : []
}

/** A word without a choice needs no field. */
const isFixed = (options: readonly string[] | undefined) => options?.length === 1

import type { DocumentPath } from '../../scenario/diagnostic'
import { fieldSchemaAt } from '../../scenario/fields'
import { FieldGroup } from './FieldGroup'
import { labelText } from './fieldText'
import { ScalarField } from './ScalarField'

interface MapFieldsProps {
  readonly path: DocumentPath
  /** Kind of the step that the map belongs to. */
  readonly kind?: string
  /** Keys that have a field of their own elsewhere in the form. */
  readonly except?: readonly string[]
}

/** A field for every key of a map, as the schema lists them; maps inside become groups. */
export function MapFields({ path, kind, except = [] }: MapFieldsProps) {
  const keys = fieldSchemaAt(path, kind)?.keys ?? []
  return keys.map((key) => {
    const keyPath = [...path, key]
    const field = fieldSchemaAt(keyPath, kind)
    if (!field || except.includes(key) || field.type === 'array' || isFixed(field.options)) return undefined
    if (field.type !== 'object') return <ScalarField key={key} path={keyPath} kind={kind} />
    return (
      <FieldGroup key={key} title={labelText(field.title)}>
        <MapFields path={keyPath} kind={kind} />
      </FieldGroup>
    )
  })
}

/** A word without a choice needs no field. */
const isFixed = (options: readonly string[] | undefined) => options?.length === 1

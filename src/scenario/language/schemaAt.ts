import type { DocumentPath } from '../diagnostic'
import { schema as scenarioSchema } from '../generated/schema'
import { branchFor, type JsonSchema, membersOf, propertyOf } from '../jsonSchema'
import { childOf, type OutlineNode, scalarOf } from './outline'

/**
 * The schemas that may hold at `path`: one, or several where a step does not say its kind yet.
 * The discriminator itself is never narrowed by its present value, so that it can be changed.
 */
export function schemasAt(root: OutlineNode | undefined, path: DocumentPath): readonly JsonSchema[] {
  let schemas: readonly JsonSchema[] = [scenarioSchema]
  let node = root
  for (const part of path) {
    schemas = schemas.flatMap((schema) => alternatives(schema, node, part)).flatMap((schema) => below(schema, part))
    node = childOf(node, part)
  }
  return schemas
}

/** A choice between objects as its members; narrowed to one when the text says which, unless `part` is what says it. */
export function alternatives(
  schema: JsonSchema,
  node: OutlineNode | undefined,
  part?: string | number,
): readonly JsonSchema[] {
  if (schema.oneOf === undefined) return [schema]
  const tag = schema.discriminator?.propertyName
  const chosen = tag === undefined || part === tag ? undefined : branchFor(schema, scalarOf(node, tag))
  return chosen === undefined ? membersOf(schema) : [chosen]
}

function below(schema: JsonSchema, part: string | number): readonly JsonSchema[] {
  const child = typeof part === 'number' ? schema.items : propertyOf(schema, part)
  return child === undefined ? [] : [child]
}

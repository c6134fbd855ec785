import type { DocumentPath, TextRange } from '../diagnostic'
import type { JsonSchema } from '../jsonSchema'
import { boundsOf, defaultOf, unitOf } from './fieldFacts'
import { descendantOf, type OutlineNode } from './outline'
import { readOutline } from './readOutline'
import { schemasAt } from './schemaAt'

/** What the schema says about the field under the pointer. Nothing in it comes from the scenario. */
export interface Hover {
  /** The key or value that it is about. */
  readonly range: TextRange
  readonly title: string
  readonly description: string | undefined
  readonly unit: string | undefined
  readonly default: string | undefined
  /** What the value may be. */
  readonly bounds: string | undefined
}

/** Help on the key or value at `offset`; undefined where the schema has nothing to say. */
export function hoverAt(text: string, offset: number): Hover | undefined {
  const outline = readOutline(text)
  const spot = outline.root && spotIn(outline.root, [], offset)
  if (spot === undefined) return undefined
  const candidates = schemasAt(outline.root, spot.path)
  const written = descendantOf(outline.root, spot.path)
  const isWritten = (schema: JsonSchema) => written?.kind === 'scalar' && schema.enum?.includes(written.value)
  const schema = candidates.find(isWritten) ?? candidates[0]
  if (schema?.title === undefined) return undefined
  return {
    range: spot.range,
    title: schema.title,
    description: schema.description,
    unit: unitOf(schema),
    default: defaultOf(schema),
    bounds: boundsOf(schema),
  }
}

interface Spot {
  readonly path: DocumentPath
  readonly range: TextRange
}

function spotIn(node: OutlineNode, path: DocumentPath, offset: number): Spot | undefined {
  if (node.kind === 'scalar') return contains(node.range, offset) ? { path, range: node.range } : undefined
  if (node.kind === 'list') {
    return firstDefined(node.items, ({ value }, index) => value && spotIn(value, [...path, index], offset))
  }
  return firstDefined(node.entries, ({ key, keyRange, value }) => {
    const below = [...path, key]
    if (contains(keyRange, offset)) return { path: below, range: keyRange }
    return value && spotIn(value, below, offset)
  })
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end
}

function firstDefined<T, R>(values: readonly T[], visit: (value: T, index: number) => R | undefined): R | undefined {
  for (const [index, value] of values.entries()) {
    const result = visit(value, index)
    if (result !== undefined) return result
  }
  return undefined
}

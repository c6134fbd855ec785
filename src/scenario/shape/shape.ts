import type { Diagnostic, DocumentPath, QuickFix, TextRange } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { type FieldSchema, fieldSchemaAt, kindsAlong } from '../fields'
import { schema } from '../generated/schema'
import { type ShapeError, validate } from '../generated/validate.js'
import type { JsonSchema } from '../jsonSchema'
import { keyRangeOf, rangeOf } from '../locate'
import { nearest } from '../nearest'
import { PathSet } from '../paths'
import type { Propose } from '../propose'
import { subjectOf } from '../words'
import { type Tree, textAt, treeAt } from '../yaml/tree'
import { coerce, type WrittenLaw } from './coerce'
import { checkLawParameters } from './lawParameters'
import { checkLawValues } from './lawValues'
import { checkOperation } from './operation'
import { starterFor } from './starters'

/** The text's data in the shape of the schema as far as it goes, and where it does not go. */
export interface Shape {
  /** Known keys only, values as the schema types them; trustworthy outside `brokenPaths`. */
  readonly data: unknown
  /** Paths below which something is missing or of the wrong type. */
  readonly brokenPaths: PathSet
  readonly diagnostics: readonly Diagnostic[]
}

/** Checks the shape of a document: keys, types, ranges, allowed words. */
export function readShape(root: Tree, propose: Propose): Shape {
  const { data, laws, diagnostics } = coerce(root, schema, propose)
  const brokenPaths = new PathSet()
  // One fault can break several parts of the schema.
  const told = new Set(diagnostics.map(keyOf))
  const report = (diagnostic: Diagnostic, path: DocumentPath) => {
    if (!told.has(keyOf(diagnostic))) diagnostics.push(diagnostic)
    told.add(keyOf(diagnostic))
    brokenPaths.add(path)
  }
  validate(data)
  const lawAt = new Map(laws.map((law) => [JSON.stringify(law.path), law]))
  for (const error of validate.errors ?? []) {
    const path = toPath(error.instancePath, root)
    if (isParameterMissing(error, lawAt.get(JSON.stringify(path)))) continue
    const diagnostic = explain(error, path, root, propose)
    if (diagnostic !== undefined) report(diagnostic, path)
  }
  for (const law of laws) {
    // A key without its value is told already; it is not missing as well.
    if (Object.keys(law.data).some((key) => law.data[key] === null && brokenPaths.hasBelow([...law.path, key])))
      continue
    const isBroken = brokenPaths.hasBelow(law.path)
    const diagnostic = checkLawParameters(law, root, propose) ?? (isBroken ? undefined : checkLawValues(law, root))
    if (diagnostic !== undefined) report(diagnostic, law.path)
  }
  return { data, brokenPaths, diagnostics }
}

/** Whether the validator misses what `checkLawParameters` will miss too, and explain better. */
function isParameterMissing({ keyword, params }: ShapeError, law: WrittenLaw | undefined): boolean {
  if (keyword !== 'required') return false
  return law?.schema['x-spellings']?.some((keys) => keys.includes(String(params.missingProperty))) === true
}

function keyOf({ code, path }: Diagnostic): string {
  return JSON.stringify([code, ...path])
}

function explain(error: ShapeError, path: DocumentPath, root: Tree, propose: Propose): Diagnostic | undefined {
  if (path.at(-1) === 'step_operation') return checkOperation(root, path)
  switch (error.keyword) {
    case 'required':
      return missingKey(String(error.params.missingProperty), path, root, propose)
    case 'discriminator':
      return unknownKind(String(error.params.tag), path, root, propose)
    case 'enum':
      return unknownWord(error.params.allowedValues as readonly string[], path, root)
    case 'pattern':
      return unknownWord(fieldSchemaAt(path)?.words ?? [], path, root)
    case 'type':
      return wrongType(path, root)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return outOfRange(error.keyword, Number(error.params.limit), path, root)
    default:
      return undefined
  }
}

function missingKey(key: string, path: DocumentPath, root: Tree, propose: Propose): Diagnostic {
  const at = [...path, key]
  const field = fieldSchemaAt(at, ...kindsAlong(root, path))
  const starter = starterFor(at, field)
  const fixes = starter === undefined ? [] : propose(`Add ${key}`, (text) => scenarioEdits.setValue(text, at, starter))
  return {
    code: 'missing-key',
    severity: 'error',
    range: keyRangeOf(root, path),
    path: at,
    message: `${subjectOf(root, path)} needs the key "${key}".`,
    ...(field === undefined ? {} : { hint: field.options === undefined ? field.description : oneOf(field.options) }),
    ...(fixes.length === 0 ? {} : { fixes }),
  }
}

function unknownKind(tag: string, path: DocumentPath, root: Tree, propose: Propose): Diagnostic {
  const kinds = fieldSchemaAt([...path, tag])?.options ?? []
  return treeAt(root, [...path, tag]) === undefined
    ? missingKey(tag, path, root, propose)
    : unknownWord(kinds, [...path, tag], root)
}

function unknownWord(allowed: readonly string[], path: DocumentPath, root: Tree): Diagnostic {
  const written = textAt(root, path)
  if (written === undefined) return wrongType(path, root)
  const meant = allowed.find((word) => word === written.toLowerCase()) ?? nearest(written, allowed)
  const only = allowed.length === 1 ? allowed[0] : undefined
  const suggestion = meant ?? only
  return problem(root, path, {
    code: 'unknown-value',
    message: `${subjectOf(root, path)} cannot be "${written}".`,
    hint: meant === undefined ? oneOf(allowed) : `Did you mean "${meant}"? ${oneOf(allowed)}`,
    ...(suggestion === undefined ? {} : { replacement: suggestion }),
  })
}

function wrongType(path: DocumentPath, root: Tree): Diagnostic {
  const tree = treeAt(root, path)
  const field = fieldSchemaAt(path, ...kindsAlong(root, path))
  const wanted = wantedType(field)
  const subject = subjectOf(root, path)
  if (tree?.kind === 'scalar' && typeof tree.value === 'number' && !Number.isFinite(tree.value))
    return problem(root, path, {
      code: 'not-finite',
      message: `${subject} must be a finite number, not ${tree.source}.`,
    })
  if (tree?.kind === 'scalar' && typeof tree.value === 'number' && field?.type === 'integer')
    return problem(root, path, {
      code: 'wrong-type',
      message: `${subject} must be a whole number, not ${tree.source}.`,
      replacement: String(Math.max(field.minimum ?? 0, Math.round(tree.value))),
    })
  const quotable = tree?.kind === 'scalar' && tree.value !== null && field?.type === 'string'
  return problem(root, path, {
    code: 'wrong-type',
    message: `${subject} must be ${wanted}${tree === undefined ? '' : `, not ${found(tree)}`}.`,
    ...(quotable && field.options === undefined ? { hint: 'Put it in quotes.', replacement: `'${tree.source}'` } : {}),
  })
}

function wantedType(field: FieldSchema | undefined): string {
  if (field?.form === 'duration') return 'a number or a random variable'
  return [TYPE_WORDS[field?.type ?? 'object'], ...(field?.words ?? [])].join(' or ')
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? `Only ${words[0]} is allowed.` : `Allowed: ${words.join(', ')}.`
}

const TYPE_WORDS = {
  object: 'a map of keys and values',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
}

function found(tree: Tree): string {
  if (tree.kind === 'map') return 'a map'
  if (tree.kind === 'list') return 'a list'
  if (tree.value === null) return 'empty'
  return typeof tree.value === 'string' ? `the text "${tree.source.slice(0, 40)}"` : tree.source
}

function outOfRange(keyword: string, limit: number, path: DocumentPath, root: Tree): Diagnostic | undefined {
  const field = fieldSchemaAt(path, ...kindsAlong(root, path))
  const unit = field?.unit === undefined || field.unit === '0…1' ? '' : ` ${field.unit}`
  const bound = `${BOUND_WORDS[keyword]} ${limit}${unit}`
  const tree = treeAt(root, path)
  const written = tree?.kind === 'scalar' ? tree.source : ''
  const subject = subjectOf(root, path)
  if (keyword === 'minimum' && isHarmless(path, root)) return undefined
  return problem(root, path, {
    code: 'out-of-range',
    message: `${subject} must be ${bound}, not ${written}.`,
    ...(keyword.startsWith('exclusive') ? {} : { replacement: String(limit) }),
    ...(field === undefined ? {} : { hint: rangeWords(field) }),
  })
}

const BOUND_WORDS: Readonly<Record<string, string>> = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'greater than',
  exclusiveMaximum: 'less than',
}

function rangeWords(field: JsonSchema): string {
  const low = field.exclusiveMinimum ?? field.minimum
  const from = low === undefined ? undefined : `${field.exclusiveMinimum === undefined ? 'from' : 'more than'} ${low}`
  const high = field.exclusiveMaximum ?? field.maximum
  const to =
    high === undefined ? undefined : `${field.exclusiveMaximum === undefined ? 'up to' : 'and less than'} ${high}`
  return `Allowed: ${[from, to].filter((part) => part !== undefined).join(' ')}.`
}

/**
 * AsyncFlow runs workloads with a negative rate (no request is generated), with a negative mean of normal users
 * whose variance is given (cut off at 0), and with a negative variance that no law uses; so do we, and rules warn.
 */
function isHarmless(path: DocumentPath, root: Tree): boolean {
  const [first, variable, key] = path
  if (first !== 'rqs_input') return false
  if (variable === 'avg_request_per_minute_per_user') return true
  const isNormal = textAt(root, ['rqs_input', 'avg_active_users', 'distribution']) === 'normal'
  if (key === 'variance') return !isNormal
  const variance = treeAt(root, ['rqs_input', 'avg_active_users', 'variance'])
  return isNormal && variance?.kind === 'scalar' && typeof variance.value === 'number' && variance.value > 0
}

interface Wording {
  readonly code: string
  readonly message: string
  readonly hint?: string
  /** Text that would be right in place of the value. */
  readonly replacement?: string
}

function problem(root: Tree, path: DocumentPath, { replacement, ...words }: Wording): Diagnostic {
  const range = rangeOf(root, path)
  const fixable = replacement !== undefined && treeAt(root, path)?.aliased === false
  return { severity: 'error', range, path, ...words, ...(fixable ? { fixes: [changeTo(range, replacement)] } : {}) }
}

function changeTo(range: TextRange, text: string): QuickFix {
  return { title: `Change to ${text}`, patches: [{ range, text }] }
}

/** JSON pointer to path; a number is an index where the document has a list. */
function toPath(pointer: string, root: Tree): DocumentPath {
  const path: (string | number)[] = []
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(treeAt(root, path)?.kind === 'list' ? Number(key) : key)
  }
  return path
}

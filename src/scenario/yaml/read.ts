import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Diagnostic, TextRange } from '../diagnostic'
import { findUnreadable, limits, refusal } from './limits'
import type { MapEntry, ScalarTree, Tree, TreeStyle } from './tree'

/** What stands in the text; `root` is there as far as it could be read, also beside errors. */
export interface ReadYaml {
  readonly root: Tree | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads one YAML 1.2 document within the limits. Never throws. */
export function readYaml(text: string): ReadYaml {
  const unreadable = findUnreadable(text)
  if (unreadable !== undefined) return { root: undefined, diagnostics: [unreadable] }
  const tokens = tokenize(text)
  if ('code' in tokens) return { root: undefined, diagnostics: [tokens] }
  return compose(text, tokens)
}

/** The parser's tokens, or the refusal of a text that holds too much or nests too deeply: found before the costly part. */
function tokenize(text: string): CST.Token[] | Diagnostic {
  return findTooMany(text) ?? parseTokens(text)
}

function findTooMany(text: string): Diagnostic | undefined {
  let nodes = 0
  let aliases = 0
  let offset = 0
  let isContent = false
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer announces a plain scalar by a mark of its own, which takes no place in the text.
    const type: string | null = isContent ? null : CST.tokenType(lexeme)
    const isMark = type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end'
    const range = { start: offset, end: offset + (isMark ? 0 : lexeme.length) }
    if (type !== null && NODE_TOKENS.has(type)) nodes += 1
    if (type === 'alias' || type === 'anchor') aliases += 1
    if (nodes > limits.nodes) return tooManyNodes(range)
    if (aliases > limits.aliases) return tooManyAliases(range)
    isContent = type === 'scalar'
    offset = range.end
  }
  return undefined
}

function parseTokens(text: string): CST.Token[] | Diagnostic {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) tokens.push(token)
    // The stack holds the document and the scalar besides the collections; the exact depth is checked on the tree.
    if (parser.stack.length > limits.depth + 4) return tooDeep({ start, end: start + lexeme.length })
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

const NODE_TOKENS: ReadonlySet<string> = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'block-scalar-header',
  'alias',
  'flow-map-start',
  'flow-seq-start',
])

function compose(text: string, tokens: readonly CST.Token[]): ReadYaml {
  const composer = new Composer({ schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false })
  const documents = [...composer.compose(tokens, true, text.length)]
  const [first, second] = documents
  const diagnostics = (first?.errors ?? []).slice(0, MAX_SYNTAX_ERRORS).map((error) => syntaxError(error, text))
  if (second !== undefined && diagnostics.length === 0)
    diagnostics.push(
      refusal(
        'several-documents',
        second.range[0],
        second.range[0] + 3,
        'The text holds more than one YAML document.',
        {
          hint: 'Keep one scenario per text: delete the line "---" and what does not belong to it.',
        },
      ),
    )
  if (first === undefined || first.contents === null || isNothing(first)) {
    if (diagnostics.length === 0)
      diagnostics.push(
        refusal('empty-document', 0, 0, 'There is no scenario in the text.', {
          hint: 'Open an example, or start with rqs_input, topology_graph and sim_settings.',
        }),
      )
    return { root: undefined, diagnostics }
  }
  const builder = new TreeBuilder(text)
  const root = builder.build(first.contents, 0)
  return { root, diagnostics: diagnostics.length > 0 ? diagnostics : builder.diagnostics }
}

const MAX_SYNTAX_ERRORS = 20

function isNothing(document: Document.Parsed): boolean {
  return isScalar(document.contents) && document.contents.value === null && document.contents.source === ''
}

function syntaxError(error: YAMLError, text: string): Diagnostic {
  const [start, end] = error.pos
  const known = error.message.includes('end with a') ? UNCLOSED : SYNTAX_MESSAGES[error.code]
  return {
    code: `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`,
    severity: 'error',
    range: { start: Math.min(start, text.length), end: Math.min(Math.max(end, start), text.length) },
    path: [],
    message: known?.message ?? `This is not valid YAML: ${lowerFirst(error.message)}.`,
    ...(known?.hint === undefined ? {} : { hint: known.hint }),
  }
}

interface SyntaxWords {
  readonly message: string
  readonly hint?: string
}

const UNCLOSED: SyntaxWords = {
  message: 'A bracket above is not closed, or closed too far to the left.',
  hint: 'Close it with ] or }, indented more than the key that it belongs to.',
}

const SYNTAX_MESSAGES: Partial<Record<string, SyntaxWords>> = {
  BAD_INDENT: {
    message: 'This line is not indented like its neighbours.',
    hint: 'Keys of one map, and items of one list, start in the same column.',
  },
  TAB_AS_INDENT: {
    message: 'This line is indented with a tab, which YAML does not allow.',
    hint: 'Use spaces.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A nested value cannot start on the line of its key.',
    hint: 'Put it on the next line, indented, or write it as {…}. Perhaps a ":" too many?',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither a key with a value nor part of a list.',
    hint: 'A key needs a ":" and a space after it.',
  },
  DUPLICATE_KEY: { message: 'This key is given twice.' },
}

function lowerFirst(sentence: string): string {
  return (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '')
}

/** Turns the library's nodes into our tree and collects what we do not accept of YAML. */
class TreeBuilder {
  readonly diagnostics: Diagnostic[] = []
  readonly #anchors = new Map<string, Node>()
  readonly #text: string
  #nodes = 0
  #customTags = 0
  #stopped = false

  constructor(text: string) {
    this.#text = text
  }

  /** The tree of `node`; `alias` is the place of the alias through which it was reached. */
  build(node: Node, depth: number, alias?: TextRange): Tree {
    const range = alias ?? rangeOf(node)
    this.#nodes += 1
    if (depth > limits.depth) this.#stop(tooDeep(range))
    else if (this.#nodes > limits.nodes) this.#stop(tooManyNodes(range))
    if (this.#stopped) return nothingAt(range)
    if (isAlias(node)) return this.#resolve(node.source, range, depth)
    if (alias === undefined) this.#checkTag(node, range)
    if (node.anchor !== undefined && alias === undefined) this.#anchors.set(node.anchor, node)
    if (isMap(node)) return this.#buildMap(node, range, depth, alias)
    if (isSeq(node)) return this.#buildList(node, range, depth, alias)
    return scalarTree(node as Scalar, range, alias !== undefined)
  }

  #resolve(name: string, range: TextRange, depth: number): Tree {
    const target = this.#anchors.get(name)
    if (target !== undefined) return this.build(target, depth, range)
    this.diagnostics.push(
      refusal('unknown-anchor', range.start, range.end, `No anchor is called "${name}" before this place.`, {
        hint: `Write &${name} before the value that *${name} stands for.`,
      }),
    )
    return nothingAt(range)
  }

  #buildMap(node: YAMLMap, range: TextRange, depth: number, alias?: TextRange): Tree {
    const entries: MapEntry[] = []
    const byKey = new Map<string, MapEntry>()
    for (const pair of node.items) {
      if (this.#stopped) break
      this.#nodes += 1
      const keyNode = pair.key as Node | null
      const keyRange = alias ?? (keyNode === null ? { start: range.start, end: range.start } : rangeOf(keyNode))
      const key = this.#keyOf(keyNode, keyRange)
      if (key === undefined) continue
      const valueNode = pair.value as Node | null
      const value = valueNode === null ? nothingAt({ start: keyRange.end, end: keyRange.end }) : undefined
      const entry = { key, keyRange, value: value ?? this.build(valueNode as Node, depth + 1, alias) }
      const earlier = byKey.get(key)
      if (earlier !== undefined && alias === undefined) this.#reportDuplicate(entry, earlier)
      entries.push(entry)
      byKey.set(key, entry)
    }
    return { kind: 'map', range, aliased: alias !== undefined, style: node.flow ? 'flow' : 'block', entries, byKey }
  }

  #buildList(node: YAMLSeq, range: TextRange, depth: number, alias?: TextRange): Tree {
    const items: Tree[] = []
    for (const item of node.items) {
      if (this.#stopped) break
      if (isMap(item) || isSeq(item) || isScalar(item) || isAlias(item))
        items.push(this.build(item as Node, depth + 1, alias))
      else items.push(nothingAt(range))
    }
    return { kind: 'list', range, aliased: alias !== undefined, style: node.flow ? 'flow' : 'block', items }
  }

  #keyOf(node: Node | null, range: TextRange): string | undefined {
    if (isScalar(node) && typeof node.value === 'string') {
      if (node.value !== '<<' || node.type !== 'PLAIN') return node.value
      this.diagnostics.push(
        refusal('merge-key', range.start, range.end, 'Merge keys (<<) are not supported.', {
          hint: 'Write the keys out, or use an alias for the whole value.',
        }),
      )
      return undefined
    }
    const written = this.#text.slice(range.start, Math.min(range.end, range.start + 40))
    this.diagnostics.push(
      refusal(
        'key-not-text',
        range.start,
        range.end,
        `The key ${written === '' ? '(nothing)' : written} is not text.`,
        {
          hint: 'Every key of a scenario is a plain word; see the completion list.',
        },
      ),
    )
    return undefined
  }

  #checkTag(node: Node, range: TextRange): void {
    if (node.tag === undefined || CORE_TAGS.has(node.tag)) return
    // One refused tag is enough to refuse the text: of thousands, the first ones are told.
    if (++this.#customTags > MOST_TAGS_TOLD) return
    const from = Math.max(0, range.start - LONGEST_TAG)
    const written = /!\S*(?=\s*(?:&\S+\s*)?$)/.exec(this.#text.slice(from, range.start))
    const [tag, start] = written === null ? [node.tag, range.start] : [written[0], from + written.index]
    this.diagnostics.push(
      refusal(
        'custom-tag',
        start,
        written === null ? range.end : start + tag.length,
        `The tag ${tag} is not supported.`,
        {
          hint: 'Delete the tag (the word that starts with "!").',
        },
      ),
    )
  }

  #reportDuplicate(entry: MapEntry, earlier: MapEntry): void {
    const reading = (tree: Tree) => (tree.kind === 'scalar' && tree.source !== '' ? ` (${tree.source})` : '')
    this.diagnostics.push({
      code: 'duplicate-key',
      severity: 'warning',
      range: entry.keyRange,
      path: [],
      message: `"${entry.key}" is given twice: this one${reading(entry.value)} is used, the one above${reading(earlier.value)} is not.`,
      hint: 'Delete one of the two. AsyncFlow (Python) uses the last one too; YAML 1.2 forbids the repetition.',
    })
  }

  #stop(diagnostic: Diagnostic): void {
    if (!this.#stopped) this.diagnostics.push(diagnostic)
    this.#stopped = true
  }
}

const MOST_TAGS_TOLD = 20
/** How far in front of a value its tag is looked for. */
const LONGEST_TAG = 200

const CORE_TAGS: ReadonlySet<string> = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
)

function scalarTree(node: Scalar, range: TextRange, aliased: boolean): ScalarTree {
  const value = node.value
  const source = node.source ?? ''
  const known = value === null || typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
  return { kind: 'scalar', range, aliased, style: STYLES[node.type ?? 'PLAIN'] ?? 'plain', value: known, source }
}

const STYLES: Partial<Record<string, TreeStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
}

function nothingAt(range: TextRange): Tree {
  return { kind: 'scalar', range, aliased: false, style: 'plain', value: null, source: '' }
}

function rangeOf(node: Node): TextRange {
  const [start = 0, end = start] = node.range ?? []
  return { start, end }
}

function tooDeep({ start, end }: TextRange): Diagnostic {
  return refusal('too-deep', start, end, `More than ${limits.depth} maps and lists inside one another.`, {
    hint: 'A scenario needs about ten. Is a bracket left open?',
  })
}

function tooManyNodes({ start, end }: TextRange): Diagnostic {
  return refusal('too-many-nodes', start, end, `The text holds more than 20,000 values, aliases counted in full.`, {
    hint: 'A scenario of 100 servers needs about 2,000.',
  })
}

function tooManyAliases({ start, end }: TextRange): Diagnostic {
  return refusal('too-many-aliases', start, end, `More than ${limits.aliases} anchors and aliases.`, {
    hint: 'Write the values out.',
  })
}

import type { TextRange } from '../diagnostic'
import type { Outline, OutlineEntry, OutlineItem, OutlineList, OutlineMap, OutlineNode, OutlineScalar } from './outline'

/** Brackets nested deeper than this are not looked into. */
const MAX_FLOW_DEPTH = 64

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Entry = Mutable<OutlineEntry>
type Item = Mutable<OutlineItem>
interface BlockMap extends Mutable<Omit<OutlineMap, 'entries'>> {
  entries: Entry[]
}
interface BlockList extends Mutable<Omit<OutlineList, 'items'>> {
  items: Item[]
}
type Block = BlockMap | BlockList

/** Reads the outline of any text. Cost: one pass. */
export function readOutline(text: string): Outline {
  return new OutlineReader(text).read()
}

class OutlineReader {
  private position = 0
  private lineStart = 0
  private readonly comments: TextRange[] = []
  /** Open blocks from the outermost to the innermost. */
  private readonly open: Block[] = []
  private root: OutlineNode | undefined

  constructor(private readonly text: string) {}

  read(): Outline {
    while (this.position < this.text.length) this.readLine()
    return { text: this.text, root: this.root, comments: this.comments }
  }

  private readLine(): void {
    this.lineStart = this.position
    this.skipBlanks()
    if (!this.isMarker()) this.readContent()
    this.skipRestOfLine()
  }

  /** `---` and `...` stand between documents. */
  private isMarker(): boolean {
    return (
      this.position === this.lineStart &&
      /^(---|\.\.\.)(?=\s|$)/.test(this.text.slice(this.position, this.position + 4))
    )
  }

  private readContent(): void {
    while (this.isDash()) {
      this.openItem(this.column(), this.position)
      this.position += 1
      this.skipBlanks()
    }
    if (this.isAtLineEnd()) return
    const column = this.column()
    const start = this.position
    const key = this.readKey()
    if (key !== undefined) {
      const colon = this.position
      this.position += 1
      const entry = this.openEntry(column, {
        key: key.value,
        keyRange: key.range,
        colon,
        end: this.position,
        value: undefined,
      })
      this.skipBlanks()
      this.skipProperties()
      if (!this.isAtLineEnd()) entry.value = this.readValue(column)
      entry.end = this.position
      return
    }
    this.position = start
    this.skipProperties()
    if (this.isAtLineEnd()) return
    this.close(column, 'key')
    const parent = this.open.at(-1)
    const value = this.readValue(parent?.column ?? -1)
    if (value !== undefined) this.placeLoose(column, value)
  }

  /** Puts a value that stands on its own: an item's, that of the key above, or a key still without its colon. */
  private placeLoose(column: number, value: OutlineNode): void {
    const parent = this.open.at(-1)
    if (parent === undefined) {
      this.root ??= value
      return
    }
    if (parent.kind === 'map' && (parent.column === column || isBlock(parent.entries.at(-1)?.value))) {
      if (value.kind === 'scalar') parent.entries.push(halfTyped(value))
      return
    }
    const slot = lastSlot(parent)
    if (slot === undefined) return
    if (slot.value === undefined) slot.value = value
    else if (slot.value.kind === 'scalar' && value.kind === 'scalar') {
      slot.value = { ...slot.value, range: { start: slot.value.range.start, end: value.range.end } }
    }
    slot.end = this.position
  }

  private openItem(column: number, start: number): void {
    this.close(column, 'dash')
    const item: Item = { start, end: start + 1, value: undefined }
    const parent = this.open.at(-1)
    if (parent?.kind === 'list' && parent.column === column) {
      parent.items.push(item)
      return
    }
    const list: BlockList = { kind: 'list', ...blockAt(column, start), items: [item] }
    this.nest(list)
  }

  private openEntry(column: number, entry: Entry): Entry {
    this.close(column, 'key')
    const parent = this.open.at(-1)
    if (parent?.kind === 'map' && parent.column === column) {
      parent.entries.push(entry)
      return entry
    }
    const map: BlockMap = { kind: 'map', ...blockAt(column, entry.keyRange.start), entries: [entry] }
    this.nest(map)
    return entry
  }

  /** Makes `block` the value of the innermost open key or item, or the root; a block that is there already goes on. */
  private nest(block: Block): void {
    const parent = this.open.at(-1)
    const slot = parent && lastSlot(parent)
    const present = slot === undefined ? this.root : slot.value
    if (present?.kind === block.kind && present.style === 'block') {
      this.open.push(extend(present as Block, block))
      return
    }
    if (slot !== undefined) slot.value = block
    else this.root ??= block
    this.open.push(block)
  }

  /** Closes the blocks that end before a key (or dash) at `column`. A list may stand at the column of its key. */
  private close(column: number, what: 'key' | 'dash'): void {
    for (let block = this.open.at(-1); block !== undefined; block = this.open.at(-1)) {
      const goesOn = block.column < column || (block.column === column && (what === 'dash' || block.kind === 'map'))
      if (goesOn) return
      this.open.pop()
    }
  }

  /** A plain or quoted key up to its colon, on this line; undefined where there is none. */
  private readKey(): { readonly value: string; readonly range: TextRange } | undefined {
    const start = this.position
    const first = this.text[start]
    if (first === '{' || first === '[') return undefined
    if (first === '"' || first === "'") {
      const scalar = this.readQuoted()
      this.skipBlanks()
      return this.isColon() ? { value: scalar.value, range: scalar.range } : undefined
    }
    while (!this.isAtLineEnd() && !this.isColon()) this.position += 1
    if (!this.isColon()) return undefined
    const value = this.text.slice(start, this.position).trimEnd()
    return { value, range: { start, end: start + value.length } }
  }

  /** A value whose block stands at `column`: continuation lines are indented deeper. */
  private readValue(column: number): OutlineNode | undefined {
    const first = this.text[this.position]
    if (first === '{' || first === '[') return this.readFlow(column, 0)
    if (first === '"' || first === "'") return this.readQuoted()
    if (first === '|' || first === '>') return this.readBlockScalar(column)
    const start = this.position
    while (!this.isAtLineEnd()) this.position += 1
    const value = this.text.slice(start, this.position).trimEnd()
    return { kind: 'scalar', range: { start, end: start + value.length }, value }
  }

  /** Text in quotes; without a closing quote on this line it reaches to the line's end. */
  private readQuoted(): OutlineScalar {
    const start = this.position
    const quote = this.text[start]
    this.position += 1
    while (!this.isNewline()) {
      const isEscape = quote === '"' ? this.text[this.position] === '\\' : this.text.startsWith("''", this.position)
      if (!isEscape && this.text[this.position] === quote) break
      this.position += isEscape ? 2 : 1
    }
    const value = unescaped(this.text.slice(start + 1, this.position), quote)
    if (this.text[this.position] === quote) this.position += 1
    return { kind: 'scalar', range: { start, end: Math.min(this.position, this.text.length) }, value }
  }

  private readBlockScalar(column: number): OutlineScalar {
    const start = this.position
    this.skipRestOfLine()
    for (;;) {
      const indent = this.indentation()
      const next = this.text[this.position + indent]
      const isBlank = next === '\n' || next === '\r'
      if (next === undefined || (!isBlank && indent <= column)) break
      this.position += indent
      while (!this.isNewline()) this.position += 1
      this.skipNewline()
    }
    this.position = Math.max(start, this.position - 1)
    return { kind: 'scalar', range: { start, end: this.position }, value: this.text.slice(start, this.position) }
  }

  private readFlow(column: number, depth: number): OutlineNode | undefined {
    if (depth > MAX_FLOW_DEPTH) {
      this.position = this.text.length
      return undefined
    }
    return this.text[this.position] === '{' ? this.readFlowMap(column, depth) : this.readFlowList(column, depth)
  }

  private readFlowMap(column: number, depth: number): OutlineMap {
    const start = this.position
    const entries: Entry[] = []
    const isClosed = this.readFlowParts(column, '}', () => {
      const key = this.readFlowScalar()
      const entry: Entry = {
        key: key.value,
        keyRange: key.range,
        colon: undefined,
        end: this.position,
        value: undefined,
      }
      entries.push(entry)
      this.skipBlanks()
      const isQuoted = /["']/.test(this.text[key.range.start] ?? '')
      if (isQuoted ? this.text[this.position] === ':' : this.isFlowColon()) {
        entry.colon = this.position
        this.position += 1
        entry.value = this.readFlowValue(column, depth)
      }
      return entry
    })
    return { kind: 'map', style: 'flow', column: 0, range: { start, end: this.position }, isClosed, entries }
  }

  private readFlowList(column: number, depth: number): OutlineList {
    const start = this.position
    const items: Item[] = []
    const isClosed = this.readFlowParts(column, ']', () => {
      const item: Item = { start: this.position, end: this.position, value: undefined }
      items.push(item)
      item.value = this.readFlowValue(column, depth)
      return item
    })
    return { kind: 'list', style: 'flow', column: 0, range: { start, end: this.position }, isClosed, items }
  }

  /** Reads what stands between the brackets; says whether the closing one was there. */
  private readFlowParts(column: number, closing: '}' | ']', readPart: () => Entry | Item): boolean {
    this.position += 1
    let latest: Entry | Item | undefined
    for (;;) {
      const goesOn = this.skipFlowSpace(column)
      if (latest !== undefined) latest.end = this.position
      if (!goesOn) return false
      const next = this.text[this.position]
      if (next === ',') {
        this.position += 1
        latest = undefined
      } else if (next === closing) {
        this.position += 1
        return true
      } else if (next === '}' || next === ']') {
        return false
      } else {
        const before = this.position
        latest = readPart()
        if (this.position === before) this.position += 1
      }
    }
  }

  private readFlowValue(column: number, depth: number): OutlineNode | undefined {
    if (!this.skipFlowSpace(column)) return undefined
    const first = this.text[this.position]
    if (first === undefined || first === ',' || first === '}' || first === ']') return undefined
    if (first === '{' || first === '[') return this.readFlow(column, depth + 1)
    return this.readFlowScalar()
  }

  private readFlowScalar(): OutlineScalar {
    const first = this.text[this.position]
    if (first === '"' || first === "'") return this.readQuoted()
    const start = this.position
    while (!this.isAtLineEnd() && !/[,[\]{}]/.test(this.text[this.position] as string) && !this.isFlowColon()) {
      this.position += 1
    }
    const value = this.text.slice(start, this.position).trimEnd()
    return { kind: 'scalar', range: { start, end: start + value.length }, value }
  }

  /** Moves to the next character that counts. False at the end of the text, and where a line of the outer block begins. */
  private skipFlowSpace(column: number): boolean {
    for (;;) {
      this.skipBlanks()
      this.skipComment()
      if (this.position >= this.text.length) return false
      if (!this.isNewline()) return true
      const lineEnd = this.position
      this.skipNewline()
      const indent = this.indentation()
      const next = this.text[this.position + indent]
      const isBlank = next === undefined || next === '\n' || next === '\r' || next === '#'
      if (!isBlank && indent <= column && next !== '}' && next !== ']') {
        this.position = lineEnd
        return false
      }
      if (next === undefined) {
        this.position = lineEnd
        return false
      }
    }
  }

  /** Anchors and tags say nothing about the shape. */
  private skipProperties(): void {
    const properties = /^(?:[&!]\S*[ \t]+)+/.exec(this.text.slice(this.position, this.position + 200))
    if (properties !== null) this.position += properties[0].length
  }

  private skipBlanks(): void {
    while (this.text[this.position] === ' ' || this.text[this.position] === '\t') this.position += 1
  }

  private skipComment(): void {
    if (!this.isCommentStart()) return
    const start = this.position
    while (!this.isNewline()) this.position += 1
    this.comments.push({ start, end: this.position })
  }

  private skipRestOfLine(): void {
    while (!this.isNewline() && !this.isCommentStart()) this.position += 1
    this.skipComment()
    this.skipNewline()
  }

  private skipNewline(): void {
    if (this.text[this.position] === '\r') this.position += 1
    if (this.text[this.position] === '\n') this.position += 1
  }

  /** How many blanks follow. */
  private indentation(): number {
    let end = this.position
    while (this.text[end] === ' ' || this.text[end] === '\t') end += 1
    return end - this.position
  }

  private column(): number {
    return this.position - this.lineStart
  }

  private isDash(): boolean {
    return this.text[this.position] === '-' && this.isSpace(this.position + 1)
  }

  private isColon(): boolean {
    return this.text[this.position] === ':' && this.isSpace(this.position + 1)
  }

  private isFlowColon(): boolean {
    return this.isColon() || (this.text[this.position] === ':' && /[,[\]{}]/.test(this.text[this.position + 1] ?? ''))
  }

  private isSpace(offset: number): boolean {
    const character = this.text[offset]
    return (
      character === undefined || character === ' ' || character === '\t' || character === '\n' || character === '\r'
    )
  }

  private isNewline(): boolean {
    const character = this.text[this.position]
    return character === undefined || character === '\n' || character === '\r'
  }

  private isCommentStart(): boolean {
    return this.text[this.position] === '#' && (this.position === 0 || this.isSpace(this.position - 1))
  }

  private isAtLineEnd(): boolean {
    return this.isNewline() || this.isCommentStart()
  }
}

function blockAt(column: number, start: number) {
  return { style: 'block', column, range: { start, end: start }, isClosed: true } as const
}

function isBlock(node: OutlineNode | undefined): boolean {
  return node !== undefined && node.kind !== 'scalar' && node.style === 'block'
}

function lastSlot(block: Block): Entry | Item | undefined {
  return block.kind === 'map' ? block.entries.at(-1) : block.items.at(-1)
}

function extend(present: Block, addition: Block): Block {
  if (present.kind === 'map' && addition.kind === 'map') present.entries.push(...addition.entries)
  if (present.kind === 'list' && addition.kind === 'list') present.items.push(...addition.items)
  return present
}

function halfTyped({ value, range }: OutlineScalar): Entry {
  return { key: value, keyRange: range, colon: undefined, end: range.end, value: undefined }
}

/** What stands between quotes, as it is meant; as it is written where that is not known. */
function unescaped(written: string, quote: string | undefined): string {
  if (quote === "'") return written.replaceAll("''", "'")
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return written
  }
}

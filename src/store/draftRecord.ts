import { crc32 } from '../base/crc32'
import type { StudioDocument } from './contracts'
import { readDocument } from './storedDocument'

/** A document as it lies in the database: one of two generations, written in turn, so that one always stays whole. */
export interface DraftRecord {
  readonly generation: number
  /** When it was saved [ms since 1970]. */
  readonly savedAt: number
  /** The document as JSON. */
  readonly content: string
  readonly checksum: number
}

/** A draft that was found whole. */
export interface StoredDraft {
  readonly id: string
  readonly generation: number
  readonly savedAt: number
  readonly document: StudioDocument
}

/** A draft without any whole generation. */
export interface DamagedDraft {
  readonly id: string
  /** What is left of the newest generation: a piece of JSON, for a person to read. */
  readonly remains: string
}

const KEY = /^draft\/([^/]+)\/[ab]$/

export function draftKey(id: string, generation: number): string {
  return `draft/${id}/${generation % 2 === 0 ? 'a' : 'b'}`
}

export function draftKeys(id: string): string[] {
  return [draftKey(id, 0), draftKey(id, 1)]
}

export function writeDraft(document: StudioDocument, generation: number, savedAt: number): DraftRecord {
  const content = JSON.stringify(document)
  return { generation, savedAt, content, checksum: checksumOf(content) }
}

/** The newest whole generation of every draft, newest draft first. Whatever is damaged is left out. */
export function readDrafts(entries: readonly (readonly [string, unknown])[]): StoredDraft[] {
  const drafts = new Map<string, StoredDraft>()
  for (const [key, value] of entries) {
    const id = KEY.exec(key)?.[1]
    const draft = id === undefined ? undefined : readDraft(id, value)
    if (draft && draft.generation > (drafts.get(draft.id)?.generation ?? -1)) drafts.set(draft.id, draft)
  }
  return [...drafts.values()].sort((a, b) => b.savedAt - a.savedAt)
}

/** Drafts that `readDrafts` had to leave out, as far as anything is left of them. */
export function readDamagedDrafts(entries: readonly (readonly [string, unknown])[]): DamagedDraft[] {
  const whole = new Set(readDrafts(entries).map(({ id }) => id))
  const newest = new Map<string, DraftRecord>()
  for (const [key, value] of entries) {
    const id = KEY.exec(key)?.[1]
    if (id === undefined || whole.has(id) || !isDraftRecord(value)) continue
    if (value.generation > (newest.get(id)?.generation ?? -1)) newest.set(id, value)
  }
  return [...newest].map(([id, { content }]) => ({ id, remains: content }))
}

function readDraft(id: string, value: unknown): StoredDraft | undefined {
  if (!isDraftRecord(value) || checksumOf(value.content) !== value.checksum) return undefined
  try {
    const document = readDocument(JSON.parse(value.content))
    return document && { id, generation: value.generation, savedAt: value.savedAt, document }
  } catch {
    return undefined
  }
}

function isDraftRecord(value: unknown): value is DraftRecord {
  if (typeof value !== 'object' || value === null) return false
  const { generation, savedAt, content, checksum } = value as Partial<Record<keyof DraftRecord, unknown>>
  return (
    Number.isInteger(generation) &&
    Number.isFinite(savedAt) &&
    typeof content === 'string' &&
    Number.isInteger(checksum)
  )
}

function checksumOf(content: string): number {
  return crc32(new TextEncoder().encode(content))
}

import type { DraftRecord } from './draftRecord'

/*
 * What a tab keeps over a reload, and only that. This storage is small, but written at once, while a database may not
 * get to write what it was given when the page went. Where it is forbidden or full, a reload takes what the database has.
 */

const DRAFT_ID = 'asyncflow-studio.draft'
const UNSAVED = 'asyncflow-studio.unsaved'

/** Name under which this tab saves its draft. */
export function readDraftId(): string | undefined {
  return read(DRAFT_ID)
}

export function keepDraftId(id: string): void {
  write(DRAFT_ID, id)
}

/** The draft that the page had not saved when it went: an entry of the database of drafts. */
export function readUnsaved(): readonly [key: string, record: unknown] | undefined {
  try {
    const entry: unknown = JSON.parse(read(UNSAVED) ?? 'null')
    return Array.isArray(entry) ? [String(entry[0]), entry[1]] : undefined
  } catch {
    return undefined
  }
}

export function keepUnsaved(key: string, record: DraftRecord): void {
  write(UNSAVED, JSON.stringify([key, record]))
}

export function forgetUnsaved(): void {
  write(UNSAVED, undefined)
}

function read(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, value)
  } catch {
    // The database may have it all the same.
  }
}

import type { StoreApi } from 'zustand/vanilla'
import type { DraftStatus, ScenarioState } from './contracts'
import type { DraftDatabase } from './draftDatabase'
import { draftKey, writeDraft } from './draftRecord'
import { documentOf, isSameDocument } from './scenarioStore'
import { storageTrouble } from './storageTrouble'
import { forgetUnsaved, keepUnsaved } from './tabStorage'

/** Saved this long after the last change [ms] … */
const CALM_MS = 300
/** … but never later than this after the first one [ms]. */
const LATEST_MS = 900

export interface DraftSaverOptions {
  readonly scenario: StoreApi<ScenarioState>
  readonly database: DraftDatabase
  readonly id: string
  /** Generation that is in the database already. */
  readonly generation: number
  /** Whether the document of the store is in the database. */
  readonly isSaved: boolean
  readonly report: (status: DraftStatus) => void
}

/** Saves the document while it is typed. */
export interface DraftSaver {
  /** Saves at once what is not saved yet: the page may be about to go. */
  flush(): Promise<void>
  /** The page goes: what is not saved yet is also kept in the tab, since the database may not get to write it. */
  leave(): void
}

/** Saves from now on, for as long as the page lives. */
export function startDraftSaver({
  scenario,
  database,
  id,
  generation,
  isSaved,
  report,
}: DraftSaverOptions): DraftSaver {
  let saved = isSaved ? documentOf(scenario.getState()) : undefined
  let latest = generation
  let timer: ReturnType<typeof setTimeout> | undefined
  let dueBy: number | undefined
  let writing: Promise<void> | undefined

  const isKept = () => saved !== undefined && isSameDocument(scenario.getState(), saved)

  const write = async () => {
    const document = documentOf(scenario.getState())
    latest += 1
    try {
      await database.set(draftKey(id, latest), writeDraft(document, latest, Date.now()))
      saved = document
      // What came while this was written may be kept in the tab alone.
      if (!isSameDocument(scenario.getState(), document)) return
      forgetUnsaved()
      report({ phase: 'saved' })
    } catch (error) {
      report({ phase: 'unavailable', reason: storageTrouble(error) })
    }
  }

  const flush = async () => {
    if (dueBy === undefined) return
    clearTimeout(timer)
    dueBy = undefined
    await writing
    if (isKept()) {
      report({ phase: 'saved' })
      return
    }
    writing ??= write().finally(() => {
      writing = undefined
    })
    await writing
  }

  const saveSoon = () => {
    report({ phase: 'pending' })
    const now = Date.now()
    dueBy ??= now + LATEST_MS
    clearTimeout(timer)
    timer = setTimeout(flush, Math.min(CALM_MS, Math.max(0, dueBy - now)))
  }

  scenario.subscribe((state, before) => {
    if (!isSameDocument(state, before)) saveSoon()
  })
  if (!isSaved) saveSoon()

  return {
    flush,
    leave() {
      if (isKept()) return
      const next = latest + 1
      keepUnsaved(draftKey(id, next), writeDraft(documentOf(scenario.getState()), next, Date.now()))
      void flush()
    },
  }
}

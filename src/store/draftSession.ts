import type { StudioDocument } from './contracts'
import { type ClaimDraft, chooseDraft, claimByLock } from './draftClaim'
import type { DraftDatabase } from './draftDatabase'
import { type DamagedDraft, draftKeys, readDamagedDrafts, readDrafts, type StoredDraft } from './draftRecord'
import { storageTrouble } from './storageTrouble'
import { keepDraftId, readDraftId, readUnsaved } from './tabStorage'

/** Drafts kept for the person to come back to; older ones are removed. */
const KEPT_DRAFTS = 12

/** What this tab goes on with. */
export interface DraftSession {
  /** Name under which this tab saves its draft. */
  readonly id: string
  readonly generation: number
  /** The restored document; undefined at a first visit. */
  readonly document: StudioDocument | undefined
  /** False when the page went before it had saved this document. */
  readonly isSaved: boolean
  /** Drafts of other tabs and earlier days, newest first. */
  readonly others: readonly StoredDraft[]
  /** Drafts that could not be restored. */
  readonly damaged: readonly DamagedDraft[]
  /** Why drafts cannot be kept, if so. */
  readonly trouble: string | undefined
}

/** Finds the draft to go on with. Never fails: without storage the app works on, and `trouble` says why. */
export async function restoreSession(database: DraftDatabase, claim: ClaimDraft = claimByLock): Promise<DraftSession> {
  const unsaved = readUnsaved()
  const { drafts, damaged, trouble } = await loadDrafts(database, unsaved ? [unsaved] : [])
  // What could not be read may still be there: under a name of its own this tab cannot overwrite it.
  const ownId = trouble === undefined ? readDraftId() : undefined
  const { id, restored, generation } = await chooseDraft(drafts, ownId, claim)
  keepDraftId(id)
  const others = drafts.filter((draft) => draft !== restored && draft.id !== id)
  void removeDrafts(database, others.slice(KEPT_DRAFTS))
  return {
    id,
    generation,
    document: restored?.document,
    isSaved: unsaved === undefined,
    others: others.slice(0, KEPT_DRAFTS),
    damaged,
    trouble,
  }
}

/** @param unsaved what is not in the database */
async function loadDrafts(database: DraftDatabase, unsaved: readonly (readonly [string, unknown])[]) {
  try {
    const entries = [...(await database.entries()), ...unsaved]
    return { drafts: readDrafts(entries), damaged: readDamagedDrafts(entries), trouble: undefined }
  } catch (error) {
    return { drafts: readDrafts(unsaved), damaged: [], trouble: storageTrouble(error) }
  }
}

export async function removeDrafts(database: DraftDatabase, drafts: readonly { readonly id: string }[]): Promise<void> {
  if (drafts.length === 0) return
  try {
    await database.remove(drafts.flatMap((draft) => draftKeys(draft.id)))
  } catch {
    // They are removed another day.
  }
}

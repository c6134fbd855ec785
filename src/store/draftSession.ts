import type { StudioDocument } from './contracts'
import { type ClaimDraft, chooseDraft, claimByLock } from './draftClaim'
import type { DraftDatabase } from './draftDatabase'
import { type DamagedDraft, draftKeys, readDamagedDrafts, readDrafts, type StoredDraft } from './draftRecord'
import { storageTrouble } from './storageTrouble'

/** Drafts kept for the person to come back to; older ones are removed. */
const KEPT_DRAFTS = 12
const SESSION_KEY = 'asyncflow-studio.draft'

/** What this tab goes on with. */
export interface DraftSession {
  /** Name under which this tab saves its draft. */
  readonly id: string
  readonly generation: number
  /** The restored document; undefined at a first visit. */
  readonly document: StudioDocument | undefined
  /** Drafts of other tabs and earlier days, newest first. */
  readonly others: readonly StoredDraft[]
  /** Drafts that could not be restored. */
  readonly damaged: readonly DamagedDraft[]
  /** Why drafts cannot be kept, if so. */
  readonly trouble: string | undefined
}

/** Finds the draft to go on with. Never fails: without storage the app works on, and `trouble` says why. */
export async function restoreSession(database: DraftDatabase, claim: ClaimDraft = claimByLock): Promise<DraftSession> {
  const { drafts, damaged, trouble } = await loadDrafts(database)
  // What could not be read may still be there: under a name of its own this tab cannot overwrite it.
  const ownId = trouble === undefined ? readOwnId() : undefined
  const { id, restored, generation } = await chooseDraft(drafts, ownId, claim)
  writeOwnId(id)
  const others = drafts.filter((draft) => draft !== restored && draft.id !== id)
  void removeDrafts(database, others.slice(KEPT_DRAFTS))
  return { id, generation, document: restored?.document, others: others.slice(0, KEPT_DRAFTS), damaged, trouble }
}

async function loadDrafts(database: DraftDatabase) {
  try {
    const entries = await database.entries()
    return { drafts: readDrafts(entries), damaged: readDamagedDrafts(entries), trouble: undefined }
  } catch (error) {
    return { drafts: [], damaged: [], trouble: storageTrouble(error) }
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

/** The id survives a reload of the tab, and only that. */
function readOwnId(): string | undefined {
  try {
    return sessionStorage.getItem(SESSION_KEY) ?? undefined
  } catch {
    return undefined
  }
}

function writeOwnId(id: string): void {
  try {
    sessionStorage.setItem(SESSION_KEY, id)
  } catch {
    // Without it a reload takes the newest draft.
  }
}

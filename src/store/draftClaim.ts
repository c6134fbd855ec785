import type { StoredDraft } from './draftRecord'

/** Takes the exclusive right to save a draft until the tab is closed; false when another tab has it. */
export type ClaimDraft = (id: string, patience: 'wait' | 'now') => Promise<boolean>

export interface ClaimedDraft {
  /** Name under which this tab saves. */
  readonly id: string
  /** What this tab starts with; it may be a copy of another tab's draft. */
  readonly restored: StoredDraft | undefined
  /** Generation to go on from. */
  readonly generation: number
}

/**
 * Every tab saves its own draft, so that two tabs never overwrite each other. A reloaded tab goes on with its own;
 * a new tab takes the newest draft that no tab has open, or a copy of the newest one.
 */
export async function chooseDraft(
  drafts: readonly StoredDraft[],
  ownId: string | undefined,
  claim: ClaimDraft,
): Promise<ClaimedDraft> {
  const restored = drafts.find((draft) => draft.id === ownId) ?? drafts[0]
  const wanted = ownId ?? restored?.id
  // A page that is being reloaded may let go of its draft a moment later; a twin of a tab never gets it.
  if (wanted !== undefined && (await claim(wanted, wanted === ownId ? 'wait' : 'now')))
    return { id: wanted, restored, generation: restored?.id === wanted ? restored.generation : 0 }
  const id = crypto.randomUUID()
  await claim(id, 'now')
  return { id, restored, generation: 0 }
}

const PATIENCE_MS = 500

/** Claims by Web Locks, which the browser takes back when a tab dies. Without them every claim is granted. */
export const claimByLock: ClaimDraft = async (id, patience) => {
  const { locks } = navigator
  if (locks === undefined) return true
  const options = patience === 'now' ? { ifAvailable: true } : { signal: AbortSignal.timeout(PATIENCE_MS) }
  return new Promise((resolve) => {
    const held = locks.request(`draft/${id}`, options, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<never>(() => {})
    })
    held.catch(() => resolve(false))
  })
}

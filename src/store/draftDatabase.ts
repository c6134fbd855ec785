import { createStore, delMany, entries, set } from 'idb-keyval'
import { withinDeadline } from './withinDeadline'

/** Where drafts lie. Every call may fail: storage can be blocked, full or broken. */
export interface DraftDatabase {
  entries(): Promise<[string, unknown][]>
  set(key: string, value: unknown): Promise<void>
  remove(keys: string[]): Promise<void>
}

/** How long [ms] a blocked database may keep us waiting. */
const DEADLINE_MS = 4000

/**
 * The browser's IndexedDB. Unlike localStorage it keeps what was written a moment before a crash.
 * Opened at the first call, so that a browser which forbids storage fails there and not at the start of the app.
 */
export function openDraftDatabase(): DraftDatabase {
  let opened: ReturnType<typeof createStore> | undefined
  const store = () => {
    opened ??= createStore('asyncflow-studio', 'drafts')
    return opened
  }
  return {
    entries: () =>
      withinDeadline(DEADLINE_MS, async () => {
        const found = await entries<IDBValidKey, unknown>(store())
        return found.map(([key, value]) => [String(key), value])
      }),
    set: (key, value) => withinDeadline(DEADLINE_MS, () => set(key, value, store())),
    remove: (keys) => withinDeadline(DEADLINE_MS, () => delMany(keys, store())),
  }
}

import { createStore, delMany, entries, set } from 'idb-keyval'

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
      withinDeadline(async () => (await entries<IDBValidKey, unknown>(store())).map(([k, v]) => [String(k), v])),
    set: (key, value) => withinDeadline(() => set(key, value, store())),
    remove: (keys) => withinDeadline(() => delMany(keys, store())),
  }
}

async function withinDeadline<T>(work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The storage does not answer.')), DEADLINE_MS)
  })
  try {
    return await Promise.race([work(), deadline])
  } finally {
    clearTimeout(timer)
  }
}

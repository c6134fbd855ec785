import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import { putTogether, takeApart } from './columnParts'
import type { KeptBody, KeptRun } from './keptRun'
import { withinDeadline } from './withinDeadline'

/** A run that was taken out, as it lay there. */
export interface RemovedRun {
  readonly id: string
  readonly run: unknown
  readonly body: unknown
}

/**
 * Where finished runs lie. Each call is all or nothing, also beside other tabs, and may fail: storage can be blocked,
 * full or broken.
 */
export interface RunDatabase {
  /** What the list shows of each run, as it was found: perhaps damaged. */
  list(): Promise<unknown[]>
  body(id: string): Promise<unknown>
  /**
   * Adds a run and removes those that `makeRoom` names, given the present list.
   * @returns false, and changes nothing, when `makeRoom` finds no room (undefined)
   */
  add(run: KeptRun, body: KeptBody, makeRoom: (list: unknown[]) => readonly string[] | undefined): Promise<boolean>
  /** Changes what the list shows of a run; nothing when it is not there any more. */
  change(id: string, change: (run: unknown) => unknown): Promise<void>
  /** Takes a run out; undefined when it is not there. */
  remove(id: string): Promise<RemovedRun | undefined>
  restore(removed: RemovedRun): Promise<void>
}

/** How long [ms] a blocked database may keep us waiting; writing a large run takes a while. */
const DEADLINE_MS = 30_000

/**
 * The browser's IndexedDB, apart from the drafts, which must not wait for large writes. A run goes there in parts of a
 * few megabytes, one after another: the page copies each when its turn has come, and has time for others in between.
 */
export function openRunDatabase(): RunDatabase {
  let opened: UseStore | undefined
  const within = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>) =>
    withinDeadline(DEADLINE_MS, () => {
      opened ??= createStore('asyncflow-studio-runs', 'runs')
      return opened(mode, work)
    })
  return {
    list: () => within('readonly', list),
    body: (id) => within('readonly', (store) => readBody(store, id)),
    add: (run, body, makeRoom) =>
      within('readwrite', async (store) => {
        const leaving = makeRoom(await list(store))
        if (leaving === undefined) return false
        for (const id of leaving) removeBoth(store, id)
        await writeBoth(store, { id: run.id, run, body })
        return true
      }),
    change: (id, change) =>
      within('readwrite', async (store) => {
        const run = await read(store, listKey(id))
        if (run !== undefined) store.put(change(run), listKey(id))
        await promisifyRequest(store.transaction)
      }),
    remove: (id) =>
      within('readwrite', async (store) => {
        const run = await read(store, listKey(id))
        const body = await readBody(store, id)
        removeBoth(store, id)
        await promisifyRequest(store.transaction)
        return run === undefined ? undefined : { id, run, body }
      }),
    restore: (removed) => within('readwrite', (store) => writeBoth(store, removed)),
  }
}

const LIST = 'list/'
const listKey = (id: string) => `${LIST}${id}`
const partKey = (id: string, part: number) => `body/${id}/${part}`

function list(store: IDBObjectStore): Promise<unknown[]> {
  return promisifyRequest(store.getAll(IDBKeyRange.bound(LIST, `${LIST}\uffff`)))
}

function read(store: IDBObjectStore, key: string): Promise<unknown> {
  return promisifyRequest<unknown>(store.get(key))
}

async function writeBoth(store: IDBObjectStore, { id, run, body }: RemovedRun): Promise<void> {
  store.put(run, listKey(id))
  for (const [index, part] of takeApart(body).entries()) await promisifyRequest(store.put(part, partKey(id, index)))
  await promisifyRequest(store.transaction)
}

/** undefined where parts are missing. */
async function readBody(store: IDBObjectStore, id: string): Promise<unknown> {
  const parts: unknown[] = []
  for (let part = await read(store, partKey(id, 0)); part !== undefined; ) {
    parts.push(part)
    part = await read(store, partKey(id, parts.length))
  }
  try {
    return putTogether(parts)
  } catch {
    return undefined
  }
}

function removeBoth(store: IDBObjectStore, id: string): void {
  store.delete(listKey(id))
  store.delete(IDBKeyRange.bound(`body/${id}/`, `body/${id}/\uffff`))
}

/** Keeps runs as long as the page is open: for browsers that do not let it store anything. */
export function createMemoryRunDatabase(): RunDatabase {
  const runs = new Map<string, { run: unknown; body: unknown }>()
  return {
    list: async () => Array.from(runs.values(), ({ run }) => run),
    body: async (id) => runs.get(id)?.body,
    async add(run, body, makeRoom) {
      const leaving = makeRoom(Array.from(runs.values(), (kept) => kept.run))
      if (leaving === undefined) return false
      for (const id of leaving) runs.delete(id)
      runs.set(run.id, { run, body })
      return true
    },
    async change(id, change) {
      const kept = runs.get(id)
      if (kept) runs.set(id, { ...kept, run: change(kept.run) })
    },
    async remove(id) {
      const kept = runs.get(id)
      runs.delete(id)
      return kept && { id, ...kept }
    },
    async restore({ id, run, body }) {
      runs.set(id, { run, body })
    },
  }
}

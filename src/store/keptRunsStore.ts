import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ParsedScenario } from '../scenario/parse'
import type { FinishedRun } from './finishedRun'
import { type KeptLimits, type KeptRun, keptCopy, readKeptBody, readKeptRun, runsToLeave } from './keptRun'
import { createMemoryRunDatabase, type RunDatabase } from './keptRunsDatabase'
import { storageTrouble } from './storageTrouble'

/** Runs that can be compared at a time. */
export const MOST_COMPARED = 4

/** What the database keeps: enough for a week of trying, and small beside what browsers allow. */
export const KEPT_LIMITS: KeptLimits = { runs: 50, bytes: 512 * 2 ** 20 }
/** What the page keeps itself where there is no database. */
const MEMORY_LIMITS: KeptLimits = { runs: 8, bytes: 256 * 2 ** 20 }

export type LoadedRun =
  | { readonly ok: true; readonly run: FinishedRun }
  /** Why the run cannot be shown, for the person. */
  | { readonly ok: false; readonly reason: string }

/** Earlier runs: what there is, and which of them are to be compared. */
export interface KeptRunsState {
  /** Newest first. */
  readonly runs: readonly KeptRun[]
  /** Why runs do not outlive the page, in words; undefined: they do. */
  readonly trouble: string | undefined
  /** Ids of the runs to compare, in the order in which they were chosen; all are in `runs`. */
  readonly chosen: readonly string[]
  /** Reads what is there; for the start, and when another tab has changed it. */
  refresh(): Promise<void>
  /** Keeps a run; older ones may have to leave for it. */
  keep(run: FinishedRun): Promise<void>
  load(id: string): Promise<LoadedRun>
  rename(id: string, name: string): Promise<void>
  pin(id: string, pinned: boolean): Promise<void>
  /** Removes a run; gives the way back, or undefined where nothing was removed. */
  remove(id: string): Promise<(() => Promise<void>) | undefined>
  /** Chooses a run to be compared, or not any more; beyond {@link MOST_COMPARED} nothing happens. */
  choose(id: string, chosen: boolean): void
}

export interface KeptRunsOptions {
  readonly database: RunDatabase
  readonly parse: (text: string) => ParsedScenario
  /** Clock [ms since 1970]. */
  readonly now?: () => number
  /** Told after every change, so that other tabs can follow. */
  readonly announce?: () => void
  readonly limits?: KeptLimits
}

/** The list of kept runs. Nothing of it ever fails: what cannot be stored is kept as long as the page is open. */
export function createKeptRunsStore(options: KeptRunsOptions): StoreApi<KeptRunsState> {
  const { database, parse, now = Date.now, announce = () => {}, limits = KEPT_LIMITS } = options
  const memory = createMemoryRunDatabase()

  return createStore<KeptRunsState>()((set, get) => {
    const report = (error: unknown) => set({ trouble: storageTrouble(error) })

    const listOf = async (place: RunDatabase) => {
      try {
        return readRuns(await place.list())
      } catch (error) {
        report(error)
        return []
      }
    }

    const refresh = async () => {
      const found = [...(await listOf(memory)), ...(await listOf(database))]
      const runs = [...new Map(found.map((run) => [run.id, run])).values()]
      const isThere = new Set(runs.map(({ id }) => id))
      set(({ chosen }) => ({
        runs: runs.sort((a, b) => b.finishedAt - a.finishedAt),
        chosen: chosen.every((id) => isThere.has(id)) ? chosen : chosen.filter((id) => isThere.has(id)),
      }))
    }

    /** Does the same wherever runs may lie. */
    const everywhere = async (work: (place: RunDatabase) => Promise<void>) => {
      for (const place of [memory, database]) await work(place).catch(report)
      await refresh()
      announce()
    }

    /** Shown at once, and stored. */
    const amend = (id: string, part: Pick<KeptRun, 'name'> | Pick<KeptRun, 'pinned'>) => {
      set(({ runs }) => ({ runs: runs.map((run) => (run.id === id ? { ...run, ...part } : run)) }))
      return everywhere((place) => place.change(id, (run) => ({ ...(run as KeptRun), ...part })))
    }

    const addTo = (place: RunDatabase, placeLimits: KeptLimits, { run, body }: ReturnType<typeof keptCopy>) =>
      place.add(run, body, (list) => runsToLeave(readRuns(list), run, placeLimits))

    return {
      runs: [],
      trouble: undefined,
      chosen: [],
      refresh,
      async keep(run) {
        const copy = keptCopy(run, now())
        try {
          const added = await addTo(database, limits, copy)
          set({ trouble: added ? undefined : 'the pinned runs leave no room for others' })
          if (!added) await addTo(memory, MEMORY_LIMITS, copy)
        } catch (error) {
          report(error)
          await addTo(memory, MEMORY_LIMITS, copy)
        }
        await refresh()
        announce()
      },
      async load(id) {
        const kept = get().runs.find((run) => run.id === id)
        if (kept === undefined) return { ok: false, reason: 'The run is not there any more.' }
        const stored = await memory.body(id).then((body) => body ?? database.body(id).catch(report))
        const body = readKeptBody(stored, kept)
        if (body === undefined)
          return { ok: false, reason: `“${kept.name}” was kept by another version of the app, or is damaged.` }
        const { scenario } = parse(body.text)
        if (scenario === undefined)
          return { ok: false, reason: `The scenario of “${kept.name}” has errors in this version of the app.` }
        return { ok: true, run: { id, ...body, scenario } }
      },
      rename: (id, name) => amend(id, { name }),
      pin: (id, pinned) => amend(id, { pinned }),
      async remove(id) {
        const ways: (() => Promise<void>)[] = []
        await everywhere(async (place) => {
          const removed = await place.remove(id)
          if (removed) ways.push(() => place.restore(removed))
        })
        if (ways.length === 0) return undefined
        return async () => {
          for (const restore of ways) await restore().catch(report)
          await refresh()
          announce()
        }
      },
      choose(id, isChosen) {
        set(({ chosen, runs }) => {
          const others = chosen.filter((one) => one !== id)
          if (!isChosen) return { chosen: others }
          const fits = others.length < MOST_COMPARED && runs.some((run) => run.id === id)
          return fits ? { chosen: [...others, id] } : {}
        })
      },
    }
  })
}

function readRuns(list: readonly unknown[]): KeptRun[] {
  return list.map(readKeptRun).filter((run) => run !== undefined)
}

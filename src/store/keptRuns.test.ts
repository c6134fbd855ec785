import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseForTest, scenarioForTest } from '../../tests/fixtures/document'
import { effort } from '../../tests/fixtures/effort'
import { syntheticRun } from '../../tests/fixtures/syntheticRun'
import type { RequestLog } from '../engine/runResult'
import type { FinishedRun } from './contracts'
import { KEPT_REQUESTS, type KeptLimits, type KeptRun, keptCopy, readKeptRun, runsToLeave } from './keptRun'
import { createMemoryRunDatabase, type RunDatabase } from './keptRunsDatabase'
import { createKeptRunsStore, MOST_COMPARED } from './keptRunsStore'

const finishedRun = (id: string, text = 'a'): FinishedRun => ({
  id,
  result: syntheticRun(),
  text,
  scenario: scenarioForTest(['a']),
})

function keptRun(changes: Partial<KeptRun> & Pick<KeptRun, 'id'>): KeptRun {
  return { ...keptCopy(finishedRun(changes.id), 0).run, bytes: 10, ...changes }
}

/** A store whose clock goes on by a second with every run. */
function createRuns(database: RunDatabase = createMemoryRunDatabase(), limits?: KeptLimits) {
  let time = 0
  const announced: string[] = []
  const store = createKeptRunsStore({
    database,
    parse: parseForTest,
    now: () => {
      time += 1000
      return time
    },
    announce: () => announced.push(ids(store).join()),
    ...(limits && { limits }),
  })
  const ids = (of: typeof store) => of.getState().runs.map(({ id }) => id)
  return { store, announced, runs: () => store.getState(), ids: () => ids(store) }
}

describe('the copy of a run that is kept', () => {
  it('says what the list shows', () => {
    const { run } = keptCopy(finishedRun('one'), 5)
    expect(run).toMatchObject({ id: 'one', name: 'Two servers', seed: 42, p95: 0.0309, completed: 4, finishedAt: 5 })
    expect(run).toMatchObject({ pinned: false, cut: false, end: 'horizon' })
  })

  it('has the first 200,000 requests of a longer log, and says that it was cut', () => {
    const count = KEPT_REQUESTS + 5
    const requests: RequestLog = {
      ...syntheticRun().requests,
      id: Uint32Array.from({ length: count }, (_, i) => i + 1),
      start: new Float64Array(count),
      finish: new Float64Array(count),
      outcome: new Uint16Array(count),
    }
    const long = { ...finishedRun('long'), result: syntheticRun({ requests }) }
    const { run, body } = keptCopy(long, 0)
    expect(run.cut).toBe(true)
    expect(body.result.requests.truncated).toBe(true)
    expect(body.result.requests.id.at(-1)).toBe(KEPT_REQUESTS)
    for (const column of ['id', 'start', 'finish', 'outcome'] as const) {
      // A view of the long column would be stored with all of it.
      expect(body.result.requests[column].buffer.byteLength).toBeLessThan(long.result.requests[column].byteLength)
    }
    expect(long.result.requests.id).toHaveLength(count)
  })

  it('knows about how large it is', () => {
    const { run, body } = keptCopy(finishedRun('one'), 0)
    const columns = body.result.series.length * 4 * 3 * 8
    expect(run.bytes).toBeGreaterThan(columns)
    expect(run.bytes).toBeLessThan(columns + 5000)
  })
})

describe('room for a new run', () => {
  const at = (finishedAt: number, changes: Partial<KeptRun> = {}) =>
    keptRun({ id: String(finishedAt), finishedAt, ...changes })
  const added = at(9)

  it('is made by the oldest runs that are not pinned', () => {
    const kept = [at(4), at(1, { pinned: true }), at(3), at(2)]
    expect(runsToLeave(kept, added, { runs: 5, bytes: 1000 })).toEqual([])
    expect(runsToLeave(kept, added, { runs: 3, bytes: 1000 })).toEqual(['2', '3'])
    expect(runsToLeave(kept, added, { runs: 9, bytes: 45 })).toEqual(['2'])
  })

  it('is not found beside pinned runs that take all of it', () => {
    const kept = [at(1, { pinned: true }), at(2, { pinned: true })]
    expect(runsToLeave(kept, added, { runs: 2, bytes: 1000 })).toBeUndefined()
    expect(runsToLeave([], at(9, { bytes: 100 }), { runs: 2, bytes: 50 })).toBeUndefined()
  })
})

describe('F03 D11 kept runs', () => {
  it('are all there, newest first, and come back whole', async () => {
    const { runs, ids } = createRuns()
    await runs().keep(finishedRun('one'))
    const two = finishedRun('two', 'a b')
    await runs().keep(two)
    expect(ids()).toEqual(['two', 'one'])
    const loaded = await runs().load('two')
    expect(loaded).toMatchObject({ ok: true, run: { id: 'two', text: 'a b', result: two.result } })
    expect(loaded.ok && loaded.run.scenario.topology_graph.nodes.servers).toHaveLength(2)
  })

  it('survive a reload: another store on the same database finds them', async () => {
    const database = createMemoryRunDatabase()
    await createRuns(database).runs().keep(finishedRun('one'))
    const { runs, ids } = createRuns(database)
    await runs().refresh()
    expect(ids()).toEqual(['one'])
  })

  it('are renamed and pinned, and a pinned run stays when room is made', async () => {
    const { runs, ids, announced } = createRuns(createMemoryRunDatabase(), { runs: 2, bytes: 1e9 })
    await runs().keep(finishedRun('one'))
    await runs().pin('one', true)
    const renaming = runs().rename('one', 'Two cores')
    expect(runs().runs[0]?.name).toBe('Two cores')
    await renaming
    await runs().keep(finishedRun('two'))
    await runs().keep(finishedRun('three'))
    expect(ids()).toEqual(['three', 'one'])
    expect(runs().runs[1]).toMatchObject({ name: 'Two cores', pinned: true })
    expect(announced).toHaveLength(5)
  })

  it('come back after a deletion, with their name and their place', async () => {
    const { runs, ids } = createRuns()
    for (const id of ['one', 'two', 'three']) await runs().keep(finishedRun(id))
    await runs().rename('two', 'Renamed')
    const before = runs().runs
    const bringBack = await runs().remove('two')
    expect(ids()).toEqual(['three', 'one'])
    expect(await runs().load('two')).toMatchObject({ ok: false })
    await bringBack?.()
    expect(runs().runs).toEqual(before)
    expect(await runs().load('two')).toMatchObject({ ok: true })
  })

  it('of two tabs on one database do not lose each other', async () => {
    const database = createMemoryRunDatabase()
    const [first, second] = [createRuns(database), createRuns(database)]
    await first.runs().keep(finishedRun('one'))
    await second.runs().keep(finishedRun('two'))
    await first.runs().rename('two', 'From the other tab')
    await second.runs().refresh()
    expect(second.ids().sort()).toEqual(['one', 'two'])
    expect(second.runs().runs.find(({ id }) => id === 'two')?.name).toBe('From the other tab')
    await first.runs().remove('two')
    await second.runs().rename('two', 'Gone')
    expect(second.ids()).toEqual(['one'])
  })

  it('are chosen for comparison up to four, and no longer once they are deleted', async () => {
    const { runs } = createRuns()
    const all = ['one', 'two', 'three', 'four', 'five']
    for (const id of all) await runs().keep(finishedRun(id))
    for (const id of all) runs().choose(id, true)
    runs().choose('nobody', true)
    expect(runs().chosen).toEqual(all.slice(0, MOST_COMPARED))
    await runs().remove('two')
    runs().choose('one', false)
    expect(runs().chosen).toEqual(['three', 'four'])
  })
})

describe('where runs cannot be stored', () => {
  const failing = (error: Error): RunDatabase => {
    const fail = () => Promise.reject(error)
    return { list: fail, body: fail, add: fail, change: fail, remove: fail, restore: fail }
  }

  it('they are kept as long as the page is open, and the reason is said', async () => {
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    const { runs, ids } = createRuns(failing(full))
    await runs().refresh()
    for (const id of ['one', 'two']) await runs().keep(finishedRun(id))
    expect(runs().trouble).toContain('full')
    await runs().rename('one', 'Renamed')
    expect(await runs().load('one')).toMatchObject({ ok: true, run: { id: 'one' } })
    const bringBack = await runs().remove('one')
    expect(ids()).toEqual(['two'])
    await bringBack?.()
    expect(runs().runs.map(({ name }) => name)).toEqual(['Two servers', 'Renamed'])
  })

  it('because pinned runs fill the place, that is said until there is room again', async () => {
    const { runs, ids } = createRuns(createMemoryRunDatabase(), { runs: 1, bytes: 1e9 })
    await runs().keep(finishedRun('one'))
    await runs().pin('one', true)
    await runs().keep(finishedRun('two'))
    expect(runs().trouble).toContain('pinned')
    expect(ids()).toEqual(['two', 'one'])
    await runs().pin('one', false)
    await runs().keep(finishedRun('three'))
    expect(runs().trouble).toBeUndefined()
  })

  it('damaged ones are left out of the list, or say so when they are opened', async () => {
    const database = createMemoryRunDatabase()
    const { runs, ids } = createRuns(database)
    await runs().keep(finishedRun('whole'))
    await runs().keep(finishedRun('hollow'))
    await runs().keep(finishedRun('rubbish'))
    await database.restore({ id: 'hollow', run: runs().runs[1], body: { text: 7 } })
    await database.restore({ id: 'rubbish', run: { id: 'rubbish' }, body: undefined })
    await runs().refresh()
    expect(ids()).toEqual(['hollow', 'whole'])
    expect(await runs().load('hollow')).toMatchObject({ ok: false, reason: expect.stringContaining('damaged') })
  })

  it('nor read in this version, a run says so when it is opened', async () => {
    const database = createMemoryRunDatabase()
    const { runs } = createRuns(database)
    await runs().keep(finishedRun('old'))
    await database.change('old', (run) => ({ ...(run as KeptRun), format: 1 }))
    await runs().keep(finishedRun('wrong', 'broken'))
    expect(await runs().load('old')).toMatchObject({ ok: false, reason: expect.stringContaining('version') })
    expect(await runs().load('wrong')).toMatchObject({ ok: false, reason: expect.stringContaining('errors') })
  })

  it('rubbish of any kind is never taken for a run', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readKeptRun(value)).toBeUndefined()
      }),
      { numRuns: effort.runs(500), seed: effort.seed },
    )
  })
})

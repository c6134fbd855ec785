import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentForTest, parseForTest } from '../../tests/fixtures/document'
import type { DraftStatus, StudioDocument } from './contracts'
import { type ClaimDraft, chooseDraft } from './draftClaim'
import type { DraftDatabase } from './draftDatabase'
import { draftKey, readDamagedDrafts, readDrafts, type StoredDraft, writeDraft } from './draftRecord'
import { startDraftSaver } from './draftSaver'
import { restoreSession } from './draftSession'
import { createScenarioStore } from './scenarioStore'

const draft = (id: string, savedAt: number): StoredDraft => ({
  id,
  generation: 4,
  savedAt,
  document: documentForTest(`text of ${id}`),
})

describe('stored drafts', () => {
  const document: StudioDocument = { name: 'ä', text: 'a\r\n🙂\ud83d', positions: { a: { x: 1, y: 2 } }, seed: 0 }

  it('come back as they were, newest generation and newest draft first', () => {
    const entries: [string, unknown][] = [
      [draftKey('one', 1), writeDraft(document, 1, 10)],
      [draftKey('one', 2), writeDraft({ ...document, text: 'newer' }, 2, 20)],
      [draftKey('two', 1), writeDraft(document, 1, 30)],
    ]
    const drafts = readDrafts(entries)
    expect(drafts.map(({ id, document: { text } }) => [id, text])).toEqual([
      ['two', document.text],
      ['one', 'newer'],
    ])
    expect(drafts[0]?.document).toEqual(document)
  })

  it('fall back to the generation before when the newest is damaged', () => {
    const newest = writeDraft(document, 2, 20)
    const entries: [string, unknown][] = [
      [draftKey('one', 1), writeDraft(document, 1, 10)],
      [draftKey('one', 2), { ...newest, content: newest.content.slice(0, -9) }],
    ]
    expect(readDrafts(entries)).toMatchObject([{ generation: 1 }])
  })

  it('leave what can be read of them when every generation is damaged', () => {
    const damage = (generation: number, content: string) => ({ ...writeDraft(document, generation, 10), content })
    const entries: [string, unknown][] = [
      [draftKey('lost', 1), damage(1, 'older')],
      [draftKey('lost', 2), damage(2, 'newer')],
      [draftKey('whole', 1), writeDraft(document, 1, 10)],
      [draftKey('whole', 2), damage(2, 'newer')],
      [draftKey('rubbish', 1), 7],
    ]
    expect(readDamagedDrafts(entries)).toEqual([{ id: 'lost', remains: 'newer' }])
  })

  it('are left out, not thrown about, when they are rubbish', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, key) => {
        expect(
          readDrafts([
            ['draft/x/a', value],
            [key, value],
          ]),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the choice of a draft', () => {
  const claimUnless =
    (...taken: string[]): ClaimDraft =>
    async (id) =>
      !taken.includes(id)

  it('is its own one for a reloaded tab, even if another is newer', async () => {
    const chosen = await chooseDraft([draft('b', 2), draft('a', 1)], 'a', claimUnless())
    expect(chosen).toMatchObject({ id: 'a', restored: { id: 'a' }, generation: 4 })
  })

  it('is the newest one for a new tab', async () => {
    const chosen = await chooseDraft([draft('b', 2), draft('a', 1)], undefined, claimUnless())
    expect(chosen).toMatchObject({ id: 'b', restored: { id: 'b' } })
  })

  it('is a copy under another name when a tab has the draft open', async () => {
    for (const ownId of [undefined, 'b']) {
      const chosen = await chooseDraft([draft('b', 2)], ownId, claimUnless('b'))
      expect(chosen.restored?.id).toBe('b')
      expect(chosen.id).not.toBe('b')
      expect(chosen.generation).toBe(0)
    }
  })

  it('is a fresh name when there is nothing yet', async () => {
    const chosen = await chooseDraft([], undefined, claimUnless())
    expect(chosen).toMatchObject({ restored: undefined, generation: 0 })
    expect(chosen.id).not.toBe('')
  })
})

/** What a tab keeps over a reload, empty. */
function stubTabStorage(): void {
  const tab = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => void tab.set(key, value),
    removeItem: (key: string) => void tab.delete(key),
  })
}

describe('saving a draft', () => {
  let stored: Map<string, unknown>
  let fail: Error | undefined
  let statuses: DraftStatus[]
  const database: DraftDatabase = {
    entries: async () => [...stored],
    set: async (key, value) => {
      if (fail) throw fail
      stored.set(key, structuredClone(value))
    },
    remove: async (keys) => {
      for (const key of keys) stored.delete(key)
    },
  }
  const savedText = () => readDrafts([...stored])[0]?.document.text
  const start = () => {
    const scenario = createScenarioStore({ document: documentForTest('start'), parse: parseForTest })
    const saver = startDraftSaver({
      scenario,
      database,
      id: 'tab',
      generation: 0,
      isSaved: true,
      report: (status) => statuses.push(status),
    })
    return { saver, scenario, type: (text: string) => scenario.getState().setText(text, 'editor') }
  }

  beforeEach(() => {
    vi.useFakeTimers()
    stored = new Map()
    fail = undefined
    statuses = []
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('happens within a second after the last keystroke, and says so', async () => {
    const { type } = start()
    type('a')
    await vi.advanceTimersByTimeAsync(1000)
    expect(savedText()).toBe('a')
    expect(statuses).toEqual([{ phase: 'pending' }, { phase: 'saved' }])
  })

  it('happens while a person types on without a pause', async () => {
    const { type } = start()
    for (let i = 0; i < 30; i++) {
      type(`text ${i}`)
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(Number(savedText()?.slice(5))).toBeGreaterThanOrEqual(19)
  })

  it('happens at once when the page may be about to go', async () => {
    const { type, saver } = start()
    type('a')
    await saver.flush()
    expect(savedText()).toBe('a')
  })

  it('loses nothing when the page goes before the database has written', async () => {
    stubTabStorage()
    const { type, saver } = start()
    type('saved')
    await vi.advanceTimersByTimeAsync(1000)
    const grant: ClaimDraft = async () => true
    expect(await restoreSession(database, grant)).toMatchObject({ document: { text: 'saved' }, isSaved: true })

    fail = new Error('the page is gone')
    type('typed a moment ago')
    saver.leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect(savedText()).toBe('saved')
    fail = undefined
    const session = await restoreSession(database, grant)
    expect(session).toMatchObject({ id: 'tab', document: { text: 'typed a moment ago' }, isSaved: false })

    const scenario = createScenarioStore({ document: session.document!, parse: parseForTest })
    startDraftSaver({ ...session, scenario, database, report: () => {} })
    await vi.advanceTimersByTimeAsync(1000)
    expect(savedText()).toBe('typed a moment ago')
    expect(await restoreSession(database, grant)).toMatchObject({ isSaved: true })
  })

  it('keeps what was typed while an older text was being written', async () => {
    stubTabStorage()
    const { type, saver } = start()
    type('v1')
    const writing = saver.flush()
    while (stored.size === 0) await Promise.resolve()
    // The database has v1, and the page does not know it yet.
    type('v2')
    saver.leave()
    fail = new Error('the page is gone')
    await writing
    await vi.advanceTimersByTimeAsync(1000)
    expect(savedText()).toBe('v1')
    expect(await restoreSession(database, async () => true)).toMatchObject({ document: { text: 'v2' } })
  })

  it('writes the two generations in turn', async () => {
    const { type } = start()
    for (const text of ['a', 'b', 'c']) {
      type(text)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect([...stored.keys()].sort()).toEqual(['draft/tab/a', 'draft/tab/b'])
    expect(savedText()).toBe('c')
    stored.delete(draftKey('tab', 3))
    expect(savedText()).toBe('b')
  })

  it('saves name, seed and positions as well, and nothing when nothing changed', async () => {
    const { scenario } = start()
    scenario.getState().settle()
    await vi.advanceTimersByTimeAsync(2000)
    expect(stored.size).toBe(0)
    scenario.getState().rename('Other')
    scenario.getState().setSeed(3)
    scenario.getState().moveNodes({ a: { x: 1, y: 1 } })
    await vi.advanceTimersByTimeAsync(1000)
    expect(readDrafts([...stored])[0]?.document).toMatchObject({ name: 'Other', seed: 3, positions: { a: { x: 1 } } })
  })

  it('says why when it cannot save, and tries again at the next change', async () => {
    const { type } = start()
    fail = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    type('a')
    await vi.advanceTimersByTimeAsync(1000)
    expect(statuses.at(-1)).toMatchObject({ phase: 'unavailable', reason: expect.stringContaining('full') })
    fail = undefined
    type('b')
    await vi.advanceTimersByTimeAsync(1000)
    expect(statuses.at(-1)).toEqual({ phase: 'saved' })
    expect(savedText()).toBe('b')
  })
})

describe('the session of a tab', () => {
  const grant: ClaimDraft = async () => true

  it('works without any storage, and says why drafts are not kept', async () => {
    const blocked: DraftDatabase = {
      entries: () => Promise.reject(new DOMException('no', 'SecurityError')),
      set: () => Promise.reject(new Error('no')),
      remove: () => Promise.reject(new Error('no')),
    }
    const session = await restoreSession(blocked, grant)
    expect(session).toMatchObject({ document: undefined, others: [] })
    expect(session.trouble).toContain('does not let')
  })

  it('goes on with the newest draft, offers the others, and clears out the oldest', async () => {
    const entries = Array.from({ length: 20 }, (_, i): [string, unknown] => [
      draftKey(`d${i}`, 1),
      writeDraft(documentForTest(`text ${i}`), 1, i),
    ])
    const removed: string[] = []
    const database: DraftDatabase = {
      entries: async () => entries,
      set: async () => {},
      remove: async (keys) => void removed.push(...keys),
    }
    const session = await restoreSession(database, grant)
    expect(session).toMatchObject({ id: 'd19', generation: 1, document: { text: 'text 19' }, trouble: undefined })
    expect(session.others.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, i) => `d${18 - i}`))
    expect(removed).toContain('draft/d0/a')
    expect(removed).not.toContain('draft/d18/a')
  })
})

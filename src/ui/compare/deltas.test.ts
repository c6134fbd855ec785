import { describe, expect, it } from 'vitest'
import { nothingCompleted, syntheticSummary } from '../../../tests/fixtures/syntheticRun'
import type { RunSummary } from '../../engine/runResult'
import { figureGroups } from '../dashboard/figures'
import { type DeltaCell, deltaGroups } from './deltas'

const base = syntheticSummary()

function rowOf(summaries: readonly RunSummary[], label: string, baseline = 0): readonly DeltaCell[] {
  const rows = deltaGroups(summaries, baseline).flatMap((group) => group.rows)
  return rows.find((row) => row.label === label)?.cells ?? []
}

const withLatency = (p95: number | null): RunSummary => ({ ...base, latency: { ...base.latency, p95 } })
const withCompleted = (completed: number): RunSummary => ({ ...base, requests: { ...base.requests, completed } })

describe('F01 the table of deltas', () => {
  it('has every figure of the cards', () => {
    const labels = deltaGroups([base, base], 0).flatMap(({ rows }) => rows.map(({ label }) => label))
    const cards = figureGroups(base).flatMap(({ figures }) => figures.map(({ label }) => label))
    expect(labels).toEqual(expect.arrayContaining(cards))
  })

  it('gives differences with sign, unit and percent, and says which way is good', () => {
    expect(rowOf([base, withLatency(0.01545)], 'p95')).toEqual([
      { text: '30.9 ms', delta: undefined },
      { text: '15.5 ms', delta: { text: '−15.5 ms', relative: '−50 %', tone: 'better' } },
    ])
    expect(rowOf([base, withLatency(0.0618)], 'p95')[1]?.delta).toEqual({
      text: '+30.9 ms',
      relative: '+100 %',
      tone: 'worse',
    })
    expect(rowOf([base, withCompleted(5)], 'completed')[1]?.delta).toEqual({
      text: '+1',
      relative: '+25 %',
      tone: 'better',
    })
    expect(rowOf([base, withCompleted(3)], 'completed')[1]?.delta?.tone).toBe('worse')
  })

  it('compares with the baseline that was chosen', () => {
    const cells = rowOf([base, withCompleted(8), withCompleted(2)], 'completed', 1)
    expect(cells.map(({ delta }) => delta?.text)).toEqual(['−4', undefined, '−6'])
    expect(cells.map(({ delta }) => delta?.relative)).toEqual(['−50 %', undefined, '−75 %'])
  })

  it('knows no percent of nothing, no difference to nothing, and no difference in rounding', () => {
    const none = { ...base, requests: { ...base.requests, outcomes: { ...base.requests.outcomes, dropped: 0 } } }
    expect(rowOf([none, base], 'dropped')[1]?.delta).toEqual({ text: '+1', relative: undefined, tone: 'worse' })
    expect(rowOf([base, withLatency(null)], 'p95')[1]).toEqual({ text: '–', delta: undefined })
    expect(rowOf([base, withLatency(0.0309 * (1 + 1e-12))], 'p95')[1]?.delta?.text).toBe('same')
    const empty = { ...base, ...nothingCompleted().summary }
    for (const { rows } of deltaGroups([base, empty], 1))
      for (const { cells } of rows) expect(JSON.stringify(cells)).not.toMatch(/NaN|Infinity|null/)
  })

  it('has the queues of every server of any of the runs', () => {
    const { 'srv-2': _, ...withoutSecond } = base.components
    const busier = { ...base.components, 'srv-1': { ready_queue_len: { mean: 1.4, max: 4, maxAt: 0 } } }
    const one = { ...base, components: withoutSecond }
    const groups = deltaGroups([one, { ...base, components: busier }], 0)
    const server = groups.find(({ title }) => title === 'Server srv-1')
    expect(server?.rows.find(({ label }) => label === 'Ready queue, mean')?.cells[1]?.delta).toEqual({
      text: '+0.7',
      relative: '+100 %',
      tone: 'worse',
    })
    const added = groups.find(({ title }) => title === 'Server srv-2')?.rows[0]
    expect(added?.cells).toEqual([
      { text: '–', delta: undefined },
      { text: '0.1', delta: undefined },
    ])
  })
})

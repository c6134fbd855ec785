import { describe, expect, it } from 'vitest'
import { edge, scenario, server, simulate } from '../../../tests/fixtures/scenario'
import type { TimeView } from '../../store/contracts'
import { linkLoad, serverLoad, systemRate } from './load'
import { loadScope } from './loadScope'

const nowhere: TimeView = { zoom: undefined, selection: undefined, pointed: undefined, pinned: undefined }
const ended = { live: false, scope: 'whole run' }
const goesOn = { live: true, scope: 'so far' }

describe('the load on the canvas', () => {
  // 10 requests/s of 40 ms each keep one core busy for 40 % of the time; a fifth of the answers is lost.
  const { intervals, summary, simulatedSeconds } = simulate(
    scenario({
      servers: [server('srv', [{ kind: 'initial_parsing', step_operation: { cpu_time: 0.04 } }])],
      edges: [edge('client', 'srv'), edge('srv', 'client', { dropout_rate: 0.2 })],
    }),
  )
  const whole = { first: 0, end: intervals.ends.length }

  it('over the whole run is that of the summary', () => {
    const load = serverLoad(intervals, whole, 'srv')
    expect(load?.cpu).toBeCloseTo(summary.components.srv?.cpu_utilization?.mean ?? 0, 9)
    expect(load?.waiting).toBeCloseTo(summary.components.srv?.ready_queue_len?.mean ?? 0, 9)
    const lost = linkLoad(intervals, whole, 'srv→client')?.lost ?? 0
    expect(lost * simulatedSeconds).toBeCloseTo(summary.requests.outcomes.dropped, 9)
    expect(lost).toBeGreaterThan(0)
    expect(systemRate(intervals, whole, 'completed')).toBeCloseTo(summary.throughput.mean, 9)
  })

  it('is not told of what the run does not have', () => {
    expect(serverLoad(intervals, whole, 'client')).toBeUndefined()
    expect(linkLoad(intervals, whole, 'srv')).toBeUndefined()
  })

  it('is that at the cursor, else of the selection, else of the run', () => {
    const scope = (time: Partial<TimeView>, run: Parameters<typeof loadScope>[2] = ended) =>
      loadScope(intervals, { ...nowhere, ...time }, run, undefined)
    const selection = { start: 10, end: 20 }
    const atCursor = scope({ pinned: 30.2, selection })
    expect(atCursor?.text).toBe('at 30.2 s')
    expect(atCursor && atCursor.range.end - atCursor.range.first).toBe(1)
    expect(scope({ selection })?.text).toBe('10 s to 20 s')
    expect(scope({})).toMatchObject({ text: 'whole run', range: whole })
    expect(scope({}, { live: false, scope: 'until cancelled at 60 s' })?.text).toBe('until cancelled at 60 s')
    expect(scope({}, goesOn)).toMatchObject({ text: 'now', range: { first: whole.end - 1, end: whole.end } })
  })

  it('is none before a run has come anywhere', () => {
    const empty = { ...intervals, ends: new Float64Array() }
    expect(loadScope(empty, nowhere, goesOn, undefined)).toBeUndefined()
  })
})

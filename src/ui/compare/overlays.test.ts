import { describe, expect, it } from 'vitest'
import { simulate, singleServer, spike } from '../../../tests/fixtures/scenario'
import type { InjectionSpec } from '../../catalog/specs'
import { keptCopy } from '../../store/keptRun'
import { comparedLatencies } from './comparedLatencies'
import { comparedMarkers } from './comparedMarkers'
import { comparedRuns } from './comparedRun'
import { overlayRows } from './overlayRows'
import { comparedComponents, componentOverlays, systemOverlays } from './overlays'

const work = [{ kind: 'cpu_bound_operation', step_operation: { cpu_time: 0.08 } }] as const

function run(id: string, finishedAt: number, horizon: number, events: readonly InjectionSpec[] = []) {
  const scenario = singleServer(work, { horizon, events })
  const finished = { id, text: '', scenario, result: simulate(scenario) }
  return { kept: keptCopy(finished, finishedAt).run, run: finished }
}

describe('compared runs', () => {
  const runs = comparedRuns([run('late', 2, 60), run('early', 1, 60), run('latest', 3, 20)], 0)

  it('have letters from the oldest on, and dashes and colours of their own', () => {
    expect(runs.map(({ id, letter }) => [letter, id])).toEqual([
      ['A', 'early'],
      ['B', 'late'],
      ['C', 'latest'],
    ])
    expect(new Set(runs.map(({ dash }) => dash)).size).toBe(3)
    expect(new Set(runs.map(({ color }) => color)).size).toBe(3)
  })

  it('F01 are drawn in one chart for each figure, under their letters', () => {
    for (const { lines } of [...systemOverlays(runs), ...componentOverlays(runs, 'srv')]) {
      expect(lines.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
      expect(lines.map(({ dash }) => dash)).toEqual(runs.map(({ dash }) => dash))
    }
    const titles = componentOverlays(runs, 'srv').map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Ready queue, srv', 'CPU utilisation, srv']))
    // Nobody waits for a connection where there is no pool.
    expect(titles).not.toContain('Waiting for a DB connection, srv')
  })

  it('offer the component with the longest queue first', () => {
    expect(comparedComponents(runs)[0]).toBe('srv')
    expect(comparedComponents(runs)).toHaveLength(4)
  })

  it('of different lengths are drawn without gaps', () => {
    const overlay = systemOverlays(runs).find(({ title }) => title === 'In flight')
    const rows = overlayRows(overlay!.lines, { start: 0, end: 60 }, 2000)
    expect(rows.length).toBeGreaterThan(40)
    const whole = rows.filter(({ time }) => time < 59)
    expect(whole.every(({ values: [a, b] }) => a !== undefined && b !== undefined)).toBe(true)
    const shorter = rows.filter(({ time }) => time < 19)
    expect(shorter.every(({ values: [, , c] }) => c !== undefined)).toBe(true)
  })

  it('have names of files of their own for each server or edge', () => {
    const ids = comparedComponents(runs).flatMap((id) => componentOverlays(runs, id).map((overlay) => overlay.id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[\w.-]+$/)
  })

  it('E06 tell the latencies of a part of the time, which a shorter run may not have', () => {
    const requests = (part: Parameters<typeof comparedLatencies>[1]) =>
      comparedLatencies(runs, part).map(({ count }) => count.reduce((a, b) => a + b, 0))
    const completed = runs.map(({ run: { result } }) => result.summary.requests.completed)
    expect(requests(undefined)).toEqual(completed)
    const [first = 0, , short = 0] = requests({ start: 10, end: 30 })
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(completed[0]!)
    expect(short).toBeGreaterThan(0)
    expect(requests({ start: 30, end: 40 })[2]).toBe(0)
  })

  it('E04 mark the events of all, and say which run has those that are not in every one', () => {
    const [both, only] = [spike('client→srv', 10, 20, 0.1), spike('client→srv', 30, 40, 0.2)]
    const marked = comparedRuns([run('one', 1, 60, [both, only]), run('other', 2, 60, [both])], 0)
    expect(comparedMarkers(marked).map(({ label, start }) => [label, start])).toEqual([
      [both.event_id, 10],
      [`A: ${only.event_id}`, 30],
    ])
  })
})

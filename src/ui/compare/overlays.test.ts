import { describe, expect, it } from 'vitest'
import { simulate, singleServer } from '../../../tests/fixtures/scenario'
import { keptCopy } from '../../store/keptRun'
import { comparedRuns } from './comparedRun'
import { cumulativeOf } from './cumulativeOf'
import { overlayRows } from './overlayRows'
import { comparedComponents, componentOverlays, systemOverlays } from './overlays'

const work = [{ kind: 'cpu_bound_operation', step_operation: { cpu_time: 0.08 } }] as const

function run(id: string, finishedAt: number, horizon: number) {
  const scenario = singleServer(work, { horizon })
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
    expect(titles).toEqual(expect.arrayContaining(['Ready queue', 'CPU utilisation']))
    // Nobody waits for a connection where there is no pool.
    expect(titles).not.toContain('Waiting for a DB connection')
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
})

describe('the cumulative curve of a histogram', () => {
  it('rises from 0 to 1 over its edges', () => {
    const histogram = { edges: Float64Array.of(1, 2, 4), counts: Float64Array.of(3, 1) }
    expect(cumulativeOf(histogram)).toEqual([
      { latency: 1, share: 0 },
      { latency: 2, share: 0.75 },
      { latency: 4, share: 1 },
    ])
    expect(cumulativeOf({ edges: new Float64Array(), counts: new Float64Array() })).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/engine/collect'
import { runToEnd } from '../../src/engine/run'
import { parseScenario } from '../../src/scenario/parse'
import { type Tape, TapeDraws } from './tape'

const folder = new URL('./tapes/', import.meta.url)

test.each(readdirSync(folder))(
  'fed the draws recorded in %s, the kernel gives the recorded requests and samples',
  (file) => {
    const tape = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Tape
    const { scenario } = parseScenario(tape.scenario_yaml)
    const draws = new TapeDraws(tape.tape)
    const result = runToEnd({
      scenario: scenario!,
      scenarioName: file,
      seed: 0,
      appVersion: 'test',
      draws,
      limits: { ...DEFAULT_LIMITS, seriesPoints: 2 ** 20 },
    })

    expect(draws.isExhausted).toBe(true)
    expect(result.summary.requests.generated).toBe(tape.generated)
    const { id, start, finish, outcome } = result.requests
    const completed = [...id.keys()].filter((i) => outcome[i] === 0)
    expect(completed.map((i) => id[i])).toEqual(tape.completed_ids)
    completed.forEach((i, n) => {
      expect(Math.abs(start[i]! - tape.rqs_clock[n]![0])).toBeLessThan(1e-9)
      expect(Math.abs(finish[i]! - tape.rqs_clock[n]![1])).toBeLessThan(1e-9)
    })
    for (const [metric, components] of Object.entries(tape.sampled)) {
      for (const [component, values] of Object.entries(components)) {
        const series = result.series.find((s) => s.metric === metric && s.component === component)
        expect([...series!.mean], `${metric} of ${component}`).toEqual(values)
      }
    }
  },
)

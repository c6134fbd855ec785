import { describe, expect, it } from 'vitest'
import { parseScenario } from '../scenario/parse'
import { examples } from '.'

it('there are at least eight, each with a name of its own', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8)
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length)
  expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length)
})

describe.each(examples)('$id', ({ id, lesson, lookAt, text }) => {
  const { scenario, diagnostics } = parseScenario(text)

  it('is valid, and warned about only where the warning is the lesson', () => {
    expect(diagnostics.map(({ code }) => code)).toEqual(id === 'cpu-bound' ? ['overloaded-cpu'] : [])
  })

  it('says its lesson and what to look at in a line each', () => {
    for (const line of [lesson, lookAt]) expect(line).toMatch(/^[A-Zp].{20,140}\.$/)
  })

  it('runs in a moment: at most 100,000 requests', () => {
    const { rqs_input: workload, sim_settings: settings } = scenario!
    const perSecond = (workload.avg_active_users.mean * workload.avg_request_per_minute_per_user.mean) / 60
    expect(perSecond * settings.total_simulation_time).toBeLessThan(100_000)
    expect(settings.total_simulation_time).toBeLessThanOrEqual(600)
    expect(settings.seed).toBeDefined()
  })
})

import { describe, expect, it } from 'vitest'
import { keepSpecimen } from './specimen'

describe('the specimen', () => {
  it('is made once', () => {
    expect(keepSpecimen()).toBe(keepSpecimen())
  })

  it('has done what longer runs do: every queue, loss, points joined', () => {
    const run = keepSpecimen()
    const { horizon, summary, series } = run.view(10_000)
    const { completed, dropped } = summary.requests.outcomes
    expect(run.now).toBe(horizon)
    expect(completed).toBeGreaterThan(500)
    expect(dropped).toBeGreaterThan(0)
    const { ram_wait, cpu_wait, db_pool_wait } = summary.phases!
    for (const seconds of [ram_wait, cpu_wait, db_pool_wait]) expect(seconds).toBeGreaterThan(0)
    for (const { min } of series) expect(min.length).toBeLessThanOrEqual(8)
  })
})

import { describe, expect, it } from 'vitest'
import { edge, scenario, server, simulate } from '../../../tests/fixtures/scenario'
import { burnRateSeries, counterSeries, failureSeries, gaugeSeries, inSystemSeries, rateSeries } from './runSeries'

describe('what charts over time draw (E03)', () => {
  const { sim_settings, ...rest } = scenario({
    servers: [server('srv', [{ kind: 'initial_parsing', step_operation: { cpu_time: 0.04 } }])],
    edges: [edge('client', 'srv'), edge('srv', 'client', { dropout_rate: 0.2 })],
  })
  const view = simulate({
    ...rest,
    sim_settings,
    slos: [{ id: 'up', kind: 'availability', target: 0.9 }],
  })
  const { summary, intervals } = view

  /** What a rate over time adds up to. */
  function total({ time, mean }: { readonly time: Float64Array; readonly mean: Float64Array }): number {
    return mean.reduce((sum, rate, i) => sum + rate * ((time[i] as number) - (time[i - 1] ?? 0)), 0)
  }

  it('offered, completed and failed requests add up to those of the cards', () => {
    const totals = rateSeries(view).map(({ name, series }) => [name, Math.round(total(series))])
    const { generated, completed, outcomes } = summary.requests
    expect(totals).toEqual([
      ['Offered', generated],
      ['Completed', completed],
      ['Failed', outcomes.dropped + outcomes.no_server_up],
    ])
    expect(failureSeries(view).map(({ series }) => Math.round(total(series)))).toEqual([
      outcomes.dropped,
      outcomes.no_server_up,
    ])
  })

  it('a gauge that is sampled is drawn from its samples, another from the intervals', () => {
    const [ready] = gaugeSeries(view, 'ready_queue_len')
    const [cores] = gaugeSeries(view, 'cpu_in_use')
    expect(ready?.series.time.length).toBeGreaterThan(intervals.ends.length)
    expect(cores?.series.time).toBe(intervals.ends)
    expect(Math.max(...(cores?.series.max ?? []))).toBe(summary.components.srv?.cpu_in_use?.max)
  })

  it('requests in flight, arrivals and losses are those of the summary', () => {
    const lost = counterSeries(view, 'lost').map(({ name, series }) => [name, Math.round(total(series))])
    expect(lost).toContainEqual(['srv→client', summary.edges['srv→client']?.lost])
    const [arrivals] = counterSeries(view, 'arrivals')
    expect(arrivals && Math.round(total(arrivals.series))).toBe(summary.servers.srv?.arrivals)
    expect(Math.max(...(inSystemSeries(view)[0]?.series.max ?? []))).toBeGreaterThan(1)
  })

  it('the burn rate of all intervals together is that of the objective (E10)', () => {
    const [burn] = burnRateSeries(view)
    const { valid = new Float64Array() } = intervals.objectives[0] ?? {}
    const spent = valid.reduce((sum, count, i) => (count > 0 ? sum + count * (burn?.series.max[i] ?? 0) : sum), 0)
    expect(spent / valid.reduce((sum, count) => sum + count, 0)).toBeCloseTo(summary.objectives[0]?.burnRate ?? 0, 9)
  })
})

import { describe, expect, it } from 'vitest'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../parse'
import { estimateRun } from '../size/estimate'
import { MOST_EVENTS, MOST_SAMPLES } from '../size/limits'
import { applyTextPatches } from '../textPatches'

const withHorizon = (seconds: number) =>
  changed(BASE, ['total_simulation_time: 100', `total_simulation_time: ${seconds}`])
const SHORT_LATENCIES = BASE.replaceAll('0.003', '0.00001')
/** Requests that nothing holds up, so many that even the shortest run has too many of them. */
const flood = changed(
  SHORT_LATENCIES,
  ['avg_active_users: { mean: 60 }', 'avg_active_users: { mean: 600000000 }'],
  ['kind: initial_parsing', 'kind: io_wait'],
  ['cpu_time: 0.002', 'io_waiting_time: 0.00001'],
  ['io_waiting_time: 0.01', 'io_waiting_time: 0.00001'],
  ['necessary_ram: 100', 'necessary_ram: 0.001'],
)

function refusal(text: string) {
  return parseScenario(text).diagnostics.find(({ code }) => code === 'run-too-large' || code === 'too-many-samples')
}

describe('a run that is too large', () => {
  it.each([
    ['a long time', withHorizon(99_999_999), 'error run-too-large 36:26-36:34 «99999999»'],
    ['a flood', flood, 'error run-too-large 3:29-3:38 «600000000»'],
    [
      'a busy month',
      changed(withHorizon(2_592_000), ['mean: 60 }', 'mean: 400 }']),
      'error run-too-large 36:26-36:33 «2592000»',
    ],
  ])('is refused at the field that makes it so: %s', (_, text, problem) => {
    expect(problemsOf(text)).toContain(problem)
    expect(parseScenario(text).scenario).toBeUndefined()
  })

  it.each([withHorizon(99_999_999), flood])('fits after any of its fixes, and only just', (text) => {
    const fixes = refusal(text)?.fixes ?? []
    expect(fixes.length).toBeGreaterThan(0)
    for (const { patches } of fixes) {
      const { scenario } = parseScenario(applyTextPatches(text, patches))
      expect(scenario).toBeDefined()
      const { events } = estimateRun(scenario!)
      expect(events).toBeLessThanOrEqual(MOST_EVENTS)
      expect(events).toBeGreaterThan(0.97 * MOST_EVENTS)
    }
  })

  it.each([
    ['an event', ['t_end: 40 }', 't_end: 99999990 }']],
    ['the warm-up', ['sim_settings:', 'sim_settings:\n  warm_up_s: 99999990']],
  ] as const)('fits after any of its fixes, which do not cut off %s', (_, replacement) => {
    const text = changed(withHorizon(99_999_999), replacement)
    const fixes = refusal(text)?.fixes ?? []
    expect(fixes.map(({ title }) => title)).toEqual([expect.stringMatching(/^Set avg_active_users to/)])
    for (const { patches } of fixes) {
      expect(parseScenario(applyTextPatches(text, patches)).scenario).toBeDefined()
    }
  })

  it('gets its key where the text leaves it to the default', () => {
    const text = changed(
      flood,
      ['mean: 600000000', 'mean: 1000000'],
      ['sim_settings:\n  total_simulation_time: 100', 'sim_settings: {}'],
    )
    const [fix] = refusal(text)?.fixes ?? []
    expect(fix?.title).toMatch(/^Set total_simulation_time to \d+$/)
    expect(refusal(applyTextPatches(text, fix!.patches))).toBeUndefined()
  })

  it.each([
    ['a target that does not exist', ['source: srv-1, target: client', 'source: srv-1, target: nobody']],
    ['requests that go round', ['source: srv-1, target: client', 'source: srv-1, target: lb']],
    ['a missing key', ['        server_resources: { cpu_cores: 1, ram_mb: 1024 }\n', '']],
  ] as const)('is not estimated with %s: that comes first', (_, replacement) => {
    expect(refusal(changed(withHorizon(99_999_999), replacement))).toBeUndefined()
  })

  it('offers fixes that say what they do', () => {
    const [, users] = refusal(withHorizon(99_999_999))!.fixes!
    expect(users!.title).toMatch(/^Set avg_active_users to [\d.]+$/)
    expect(refusal(withHorizon(99_999_999))!.hint).toMatch(/^At most \d{1,3}(\u202f\d{3})+ s or [\d.]+ users fit\.$/)
  })

  it('proposes nothing where nothing fits', () => {
    const text = changed(flood, ['{ mean: 600000000 }', '{ mean: 1, distribution: normal, variance: 1e18 }'])
    const found = refusal(text)
    expect(found?.hint).toBe('Let fewer users send fewer requests.')
    expect(found?.fixes).toBeUndefined()
  })

  it.each([
    ['{ mean: 60 }', '{ mean: 1e308 }', 'error out-of-range 3:29-3:34 «1e308»'],
    ['{ mean: 60 }', '{ mean: 60, distribution: normal, variance: 1e308 }', 'error out-of-range 3:65-3:70 «1e308»'],
    ['{ mean: 20 }', '{ mean: 1e308 }', 'error out-of-range 4:44-4:49 «1e308»'],
  ])('is told by the value that cannot be counted: %s → %s', (from, to, problem) => {
    expect(problemsOf(changed(BASE, [from, to]))).toEqual([problem])
  })

  it('is not refused for a server that would end it soon by being saturated', () => {
    const saturated = changed(withHorizon(99_999_999), ['cpu_time: 0.002', 'cpu_time: 2'])
    expect(refusal(saturated)).toBeUndefined()
  })
})

describe('too many samples', () => {
  const idle = changed(withHorizon(99_999_999), ['avg_active_users: { mean: 60 }', 'avg_active_users: { mean: 0 }'])
  const sampled = changed(idle, [
    'total_simulation_time: 99999999',
    'total_simulation_time: 99999999\n  sample_period_s: 0.001',
  ])

  it('are refused, with the period that only just fits', () => {
    const found = refusal(sampled)
    const [fix] = found!.fixes!
    const fitting = Number(/^Set sample_period_s to ([\d.]+)$/.exec(fix!.title)?.[1])
    expect(99_999_999 / fitting).toBeLessThanOrEqual(MOST_SAMPLES)
    expect(99_999_999 / (fitting - 0.001)).toBeGreaterThan(MOST_SAMPLES)
    expect(found).toMatchObject({
      code: 'too-many-samples',
      path: ['sim_settings', 'sample_period_s'],
      message: 'Every gauge would be sampled 100 G times; at most 10 G are taken.',
      hint: `A sample period of ${fitting} s fits, or a shorter run.`,
    })
    expect(refusal(applyTextPatches(sampled, fix!.patches))).toBeUndefined()
  })

  it('are no matter where nothing is sampled', () => {
    const quiet = changed(sampled, ['sample_period_s: 0.001', 'sample_period_s: 0.001\n  enabled_sample_metrics: []'])
    expect(refusal(quiet)).toBeUndefined()
  })
})

describe('durations without a finite mean', () => {
  const law = '{ distribution: pareto, alpha: 1, minimum: 0.001 }'

  it.each([
    ['a wait', changed(BASE, ['io_waiting_time: 0.01', `io_waiting_time: ${law}`])],
    ['work', changed(BASE, ['cpu_time: 0.002', `cpu_time: ${law}`])],
    ['an edge', changed(BASE, ['{ mean: 0.003, distribution: exponential }', law])],
    [
      'an edge that loses all',
      changed(BASE, ['latency: { mean: 0.003, distribution: exponential }', `latency: ${law}, dropout_rate: 1`]),
    ],
  ])('are counted as far as they pass within the run: %s', (_, text) => {
    expect(refusal(text)).toBeUndefined()
    const estimate = estimateRun(parseScenario(text).scenario!)
    for (const figure of Object.values(estimate)) expect(Number.isFinite(figure)).toBe(true)
    // 20 requests per second for 100 s.
    expect(estimate.requests).toBeCloseTo(2000, 6)
  })
})

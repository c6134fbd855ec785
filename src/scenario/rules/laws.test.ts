import { describe, expect, it } from 'vitest'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { distributionOf } from '../../catalog/random-variables/model'
import { scenarioHash } from '../canonical'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'

const LATENCY = '{ mean: 0.003, distribution: exponential }'
const withLatency = (law: string) => changed(BASE, [LATENCY, law])
const withCpu = (amount: string) => changed(BASE, ['cpu_time: 0.002', `cpu_time: ${amount}`])
const withIo = (amount: string) => changed(BASE, ['io_waiting_time: 0.01', `io_waiting_time: ${amount}`])

/** Every law in every spelling, with its mean and median [s]. */
const laws: readonly (readonly [law: string, mean: number, median: number])[] = [
  ['{ distribution: deterministic, mean: 0.02 }', 0.02, 0.02],
  ['{ distribution: exponential, mean: 0.02 }', 0.02, 0.013863],
  ['{ distribution: uniform, low: 0.01, high: 0.03 }', 0.02, 0.02],
  ['{ distribution: uniform, mean: 0.02 }', 0.02, 0.02],
  ['{ distribution: uniform, mean: 0.02, variance: 0.00003 }', 0.02, 0.02],
  ['{ distribution: normal, mean: 0.02, std: 0.004 }', 0.02, 0.02],
  ['{ distribution: normal, mean: 0.02, variance: 0.000016 }', 0.02, 0.02],
  ['{ distribution: normal, mean: 0.02, cv: 0.2 }', 0.02, 0.02],
  ['{ distribution: log_normal, mean: 0.02, std: 0.02 }', 0.02, 0.014142],
  ['{ distribution: log_normal, mean: 0.02, variance: 0.0004 }', 0.02, 0.014142],
  ['{ distribution: log_normal, mean: 0.02, cv: 1 }', 0.02, 0.014142],
  // σ = ln 10 / 2.326348, mean = p50·exp(σ²/2)
  ['{ distribution: log_normal, p50: 0.02, p99: 0.2 }', 0.032645, 0.02],
  ['{ distribution: log_normal, p25: 0.01, p75: 0.04 }', 0.033912, 0.02],
  ['{ distribution: log_normal, mu: -4, sigma: 0.5 }', 0.020754, 0.018316],
  ['{ distribution: gamma, mean: 0.02, cv: 0.5 }', 0.02, 0.01836],
  ['{ distribution: gamma, shape: 4, scale: 0.005 }', 0.02, 0.01836],
  ['{ distribution: erlang, mean: 0.02, k: 4 }', 0.02, 0.01836],
  // Γ(1.5) = √π / 2, median = scale·√(ln 2)
  ['{ distribution: weibull, shape: 2, scale: 0.02 }', 0.017725, 0.016651],
  // mean = α·m / (α − 1), median = m·2^(1/α)
  ['{ distribution: pareto, alpha: 2.5, minimum: 0.012 }', 0.02, 0.015834],
  ['{ distribution: pareto, alpha: 2.5, mean: 0.02 }', 0.02, 0.015834],
  ['{ distribution: pareto, alpha: 0.9, mean: 0.02, max: 0.1 }', 0.02, 0.012724],
  ['{ distribution: hyperexponential, mean: 0.02, cv: 1 }', 0.02, 0.013863],
  ['{ distribution: hyperexponential, means: [0.02, 0.02], weights: [0.25, 0.75] }', 0.02, 0.013863],
  ['{ distribution: empirical, samples: [0.01, 0.02, 0.02, 0.03] }', 0.02, 0.02],
  ['{ distribution: empirical, quantiles: { p0: 0.01, p50: 0.02, p100: 0.03 } }', 0.02, 0.02],
  [
    '{ distribution: mixture, components: [{ weight: 0.75, distribution: deterministic, mean: 0.01 }, { weight: 0.25, distribution: deterministic, mean: 0.05 }] }',
    0.02,
    0.01,
  ],
  ['{ distribution: deterministic, mean: 0.02, shift: 0.01 }', 0.03, 0.03],
  ['{ distribution: deterministic, mean: 0.02, min: 0.03 }', 0.03, 0.03],
  ['{ distribution: deterministic, mean: 0.02, max: 0.01 }', 0.01, 0.01],
  ['{ distribution: normal, mean: 0.02, std: 0, shift: -0.01 }', 0.01, 0.01],
  ['0.02', 0.02, 0.02],
]

describe('every law', () => {
  it.each(laws)('%s is valid as a latency and as an amount, and means what it says', (law, mean, median) => {
    for (const text of [withLatency(law), withCpu(law), withIo(law)]) expect(problemsOf(text)).toEqual([])
    const duration = parseScenario(withLatency(law)).scenario!.topology_graph.edges[0]!.latency
    expect(distributionOf(duration).mean / mean).toBeCloseTo(1, 3)
    expect(distributionOf(duration).quantile(0.5) / median).toBeCloseTo(1, 3)
  })
})

type Case = readonly [law: string, problem: string]

const errors: readonly Case[] = [
  ['{ distribution: gamma }', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: exponential, mean: }', 'wrong-type 29:92-29:92 «»'],
  ['{ distribution: log_normal, p50: ~, p99: 1 }', 'wrong-type 29:90-29:91 «~»'],
  ['{}', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: gamma, cv: 0.5 }', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: log_normal, p99: 0.5 }', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: normal, std: 0.5 }', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: pareto, alpha: 2.5 }', 'missing-parameter 29:48-29:55 «latency»'],
  ['{ distribution: gamma, mean: 0.02, cv: 0.5, shape: 4 }', 'conflicting-parameters 29:101-29:106 «shape»'],
  ['{ distribution: normal, mean: 1, std: 0.2, variance: 0.04 }', 'conflicting-parameters 29:100-29:108 «variance»'],
  ['{ distribution: log_normal, p50: 1, p90: 2, p99: 3 }', 'conflicting-parameters 29:101-29:104 «p99»'],
  ['{ distribution: uniform, low: 1, high: 2, mean: 1 }', 'conflicting-parameters 29:99-29:103 «mean»'],
  ['{ distribution: normal, mean: 1, std: -0.1 }', 'out-of-range 29:95-29:99 «-0.1»'],
  ['{ distribution: exponential, mean: 0 }', 'out-of-range 29:92-29:93 «0»'],
  ['0', 'out-of-range 29:57-29:58 «0»'],
  ['fast', 'wrong-type 29:57-29:61 «fast»'],
  ['[0.1]', 'wrong-type 29:57-29:62 «[0.1]»'],
  ['{ distribution: hyperexponential, mean: 1, cv: 0.5 }', 'out-of-range 29:104-29:107 «0.5»'],
  ['{ distribution: lognormal, mean: 1, cv: 1 }', 'unknown-value 29:73-29:82 «lognormal»'],
  ['{ distribution: log_normal, p50: 0.2, p99: 0.1 }', 'bad-quantiles 29:100-29:103 «0.1»'],
  ['{ distribution: log_normal, p0: 0.2, p99: 0.3 }', 'bad-quantiles 29:89-29:92 «0.2»'],
  ['{ distribution: empirical, quantiles: { p0: 2, p100: 1 } }', 'bad-quantiles 29:95-29:113 «{ p0: 2, p100: 1 }»'],
  ['{ distribution: empirical, quantiles: { p1: 1, p99: 2 } }', 'bad-quantiles 29:95-29:112 «{ p1: 1, p99: 2 }»'],
  ['{ distribution: empirical, samples: [0.1] }', 'bad-samples 29:93-29:98 «[0.1]»'],
  ['{ distribution: empirical, samples: [0.1, x] }', 'wrong-type 29:99-29:100 «x»'],
  ['{ distribution: uniform, low: 2, high: 1 }', 'bad-range 29:96-29:97 «1»'],
  ['{ distribution: exponential, mean: 1, min: 3, max: 2 }', 'bad-range 29:108-29:109 «2»'],
  ['{ distribution: pareto, alpha: 3, minimum: 2, max: 1 }', 'bad-range 29:108-29:109 «1»'],
  ['{ distribution: pareto, alpha: 1, mean: 2 }', 'infinite-mean 29:97-29:98 «2»'],
  ['{ distribution: hyperexponential, means: [1, 2], weights: [1] }', 'bad-weights 29:115-29:118 «[1]»'],
  ['{ distribution: mixture, components: [] }', 'bad-weights 29:94-29:96 «[]»'],
  ['{ distribution: deterministic, mean: 1, shift: -1 }', 'not-positive-mean 29:48-29:55 «latency»'],
  ['{ distribution: normal, mean: 0.01, std: 1e300 }', 'out-of-range 29:98-29:103 «1e300»'],
  ['{ distribution: log_normal, mean: 1e300, cv: 1 }', 'out-of-range 29:91-29:96 «1e300»'],
  ['{ distribution: poisson, mean: 1e10 }', 'out-of-range 29:88-29:92 «1e10»'],
  ['{ distribution: empirical, samples: [1, 1e13] }', 'out-of-range 29:97-29:101 «1e13»'],
  [
    '{ distribution: mixture, components: [{ weight: 1e308, distribution: exponential, mean: 1 }] }',
    'out-of-range 29:105-29:110 «1e308»',
  ],
]

const warnings: readonly Case[] = [
  ['{ distribution: pareto, alpha: 2, mean: 1 }', 'infinite-variance 29:88-29:89 «2»'],
  ['{ distribution: pareto, alpha: 1, minimum: 1 }', 'infinite-mean 29:88-29:89 «1»'],
  ['{ distribution: normal, mean: 1, std: 0.5 }', 'clamped-normal 29:73-29:79 «normal»'],
  ['{ distribution: normal, mean: 1, std: 0.1, min: 0.9 }', 'clamped-normal 29:73-29:79 «normal»'],
  ['{ distribution: exponential, mean: 1, std: 2 }', 'unknown-key 29:95-29:98 «std»'],
  ['{ distribution: hyperexponential, means: [1, 2], weights: [9, 1] }', 'weights-normalised 29:106-29:113 «weights»'],
]

describe('what is wrong with a law', () => {
  it.each(errors)('%s: error %s', (law, problem) => {
    expect(problemsOf(withLatency(law))).toEqual([`error ${problem}`])
    expect(parseScenario(withLatency(law)).drawable).toBeUndefined()
  })

  it.each(warnings)('%s: warning %s', (law, problem) => {
    expect(problemsOf(withLatency(law))).toEqual([`warning ${problem}`])
  })

  it('a pareto law that is cut off has a variance', () => {
    expect(problemsOf(withLatency('{ distribution: pareto, alpha: 0.9, minimum: 0.01, max: 1 }'))).toEqual([])
  })

  it('each component of a mixture is checked at its place', () => {
    const law = (first: string) =>
      `\n                    distribution: mixture\n                    components:\n                      - { ${first} }\n                      - { weight: 0.5, distribution: exponential, mean: 0.1 }`
    expect(problemsOf(withIo(`{ distribution: gamma }`))).toEqual([
      'error missing-parameter 27:35-27:50 «io_waiting_time»',
    ])
    const block = (first: string) =>
      changed(BASE, ['{ io_waiting_time: 0.01 }', `\n                  io_waiting_time:${law(first)}`])
    expect(problemsOf(block('weight: 0.5, distribution: gamma, mean: 0.1'))).toEqual([
      'error missing-parameter 31:27-31:33 «weight»',
    ])
    expect(problemsOf(block('weight: 0.5, distribution: mixture, components: []'))).toEqual([
      'error unknown-value 31:54-31:61 «mixture»',
    ])
    expect(problemsOf(block('distribution: exponential, mean: 0.1'))).toEqual([
      'error missing-key 31:27-31:39 «distribution»',
    ])
    expect(problemsOf(block('weight: 0.4, distribution: pareto, alpha: 1.5, mean: 0.1'))).toEqual([
      'warning weights-normalised 30:21-30:31 «components»',
      'warning infinite-variance 31:69-31:72 «1.5»',
    ])
  })

  it('amounts of steps are checked like latencies, and named', () => {
    expect(problemsOf(withCpu('{ mean: 0.01 }'))).toEqual(['warning poisson-duration 20:35-20:43 «cpu_time»'])
    const [problem] = parseScenario(withCpu('{ distribution: gamma, mean: 0.01 }')).diagnostics
    expect(problem?.message).toBe(
      'The cpu_time of step 2 of endpoint "/a" of server "srv-1" is a gamma law without cv.',
    )
  })
})

describe('quick fixes of laws', () => {
  it.each<[law: string, title: string, fixed: string]>([
    ['{ distribution: gamma, mean: 0.1 }', 'Add cv', '{ distribution: gamma, mean: 0.1, cv: 0.5 }'],
    ['{ distribution: erlang }', 'Add mean and k', '{ distribution: erlang, mean: 0.02, k: 3 }'],
    ['{ distribution: log_normal, p50: 0.1 }', 'Add p99', '{ distribution: log_normal, p50: 0.1, p99: 0.5 }'],
    ['{ distribution: log_normal, p99: 0.1 }', 'Add p50', '{ distribution: log_normal, p99: 0.1, p50: 0.02 }'],
    [
      '{ distribution: gamma, mean: 0.1, cv: 0.5, shape: 4 }',
      'Remove shape',
      '{ distribution: gamma, mean: 0.1, cv: 0.5 }',
    ],
    ['{ mean: 0.1 }', 'Add distribution: exponential', '{ mean: 0.1, distribution: exponential }'],
    [
      '{ distribution: normal, mean: 1, cv: 1 }',
      'Change to log_normal',
      '{ distribution: log_normal, mean: 1, cv: 1 }',
    ],
  ])('%s → %s', (law, title, fixed) => {
    const text = withIo(law)
    const fix = parseScenario(text)
      .diagnostics.flatMap(({ fixes = [] }) => fixes)
      .find((each) => each.title === title)
    expect(applyTextPatches(text, fix?.patches ?? [])).toBe(withIo(fixed))
    expect(problemsOf(withIo(fixed))).toEqual([])
  })
})

describe('the meaning of a text', () => {
  it('0.1.1’s spelling has the hash that it had', () => {
    const hashOf = (text: string) => scenarioHash(parseScenario(text).scenario!)
    expect(hashOf(BASE)).toBe('10e9e5cc093041cc3976b270e0637ee26009c72fb790bb0ae84f5ab76f33b56f')
    expect(hashOf(withLatency('{ mean: 0.003, distribution: exponential, variance: null }'))).toBe(hashOf(BASE))
    expect(hashOf(withLatency('{ mean: 3 }'))).toBe(hashOf(withLatency('{ mean: 3, distribution: poisson }')))
    expect(hashOf(withLatency('{ distribution: gamma, mean: 1, cv: 1 }'))).not.toBe(
      hashOf(withLatency('{ distribution: gamma, mean: 1, cv: 0.9 }')),
    )
    expect(hashOf(withLatency('{ distribution: log_normal, p50: 1, p99: 2 }'))).not.toBe(
      hashOf(withLatency('{ distribution: log_normal, p50: 1, p95: 2 }')),
    )
  })

  it('the offered load is that of the law’s mean', () => {
    // 9.7 requests/s: a mean above 0.103 s is too much for one core.
    const overloaded = ['warning overloaded-cpu 13:40-13:41 «1»']
    expect(problemsOf(withCpu('{ distribution: log_normal, p50: 0.09, p99: 0.2 }'))).toEqual([])
    expect(problemsOf(withCpu('{ distribution: log_normal, p50: 0.09, p99: 0.4 }'))).toEqual(overloaded)
    expect(problemsOf(withCpu('{ distribution: exponential, mean: 0.11 }'))).toEqual(overloaded)
    expect(problemsOf(withCpu('{ distribution: exponential, mean: 0.11, max: 0.2 }'))).toEqual([])
  })
})

import { expect, it } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu } from '../../tests/fixtures/timeline'
import { strainOf } from '../engine/attribution/strain'
import { runVariant } from './runVariant'

it('gives the very figures of an ordinary run under the same seed', () => {
  const scenario = singleServer([cpu(0.05)], { rpm: 600, horizon: 60 })
  const result = simulate(scenario, { seed: 5 })
  const { summary, end } = result
  const { p50, p95, p99, mean } = summary.latency
  expect(runVariant({ scenario, seed: 5 })).toEqual({
    phase: 'done',
    figures: { p50, p95, p99, mean, throughput: summary.throughput.mean, completedShare: 1 },
    strain: strainOf(scenario, result),
    end,
  })
  expect(runVariant({ scenario, seed: 6 }).figures.mean).not.toBe(mean)
})

it('has no figures where no request ended', () => {
  const idle = singleServer([cpu(1)], { users: { mean: 0, distribution: 'poisson' }, horizon: 10 })
  const { figures } = runVariant({ scenario: idle, seed: 1 })
  expect(figures).toEqual({ p50: null, p95: null, p99: null, mean: null, throughput: 0, completedShare: null })
})

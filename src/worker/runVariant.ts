import { strainOf } from '../engine/attribution/strain'
import { runToEnd } from '../engine/run'
import type { RunSummary } from '../engine/runResult'
import type { VariantDone, VariantFigures, VariantRequest } from './whatIfProtocol'

/** Runs a variant to its end. What is sampled changes no figure, so nothing is; nor does what the run is called. */
export function runVariant({ scenario, seed }: VariantRequest): VariantDone {
  const sim_settings = { ...scenario.sim_settings, enabled_sample_metrics: [] }
  const result = runToEnd({
    scenario: { ...scenario, sim_settings },
    seed,
    scenarioName: '',
    appVersion: '',
  })
  return { phase: 'done', figures: figuresOf(result.summary), strain: strainOf(scenario, result), end: result.end }
}

function figuresOf({ latency, throughput, requests }: RunSummary): VariantFigures {
  const { p50, p95, p99, mean } = latency
  const { completed, dropped, no_server_up } = requests.outcomes
  const ended = completed + dropped + no_server_up
  return { p50, p95, p99, mean, throughput: throughput.mean, completedShare: ended > 0 ? completed / ended : null }
}

import type { Scenario } from '../catalog/specs'

/**
 * The same scenario under `factor` times its load: every user sends so many times the requests. How many users there are,
 * and under one seed when, stays as it is, so the rate of every moment is multiplied exactly. More users would be another
 * question: their numbers are whole, and vary less around a larger mean.
 */
export function scaledLoad(scenario: Scenario, factor: number): Scenario {
  const { rqs_input: workload } = scenario
  const { avg_request_per_minute_per_user: requests } = workload
  return {
    ...scenario,
    rqs_input: {
      ...workload,
      avg_request_per_minute_per_user: { ...requests, mean: requests.mean * factor },
    },
  }
}

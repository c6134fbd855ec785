import type { Scenario } from '../catalog/specs'
import type { ParsedScenario } from '../scenario/parse'
import type { StudioDocument } from './contracts'

/** A stand-in for the parser in store tests: a text that contains `broken` has no scenario. */
export function parseForTest(text: string): ParsedScenario {
  const scenario = text.includes('broken') ? undefined : scenarioForTest(text.split(/\s+/).filter(Boolean))
  return {
    text,
    scenario,
    drawable: scenario,
    diagnostics: [],
    rangeOf: () => ({ start: 0, end: 0 }),
    pathOf: () => undefined,
    elementAt: () => undefined,
  }
}

/** A scenario with these servers. */
export function scenarioForTest(serverIds: readonly string[], seed?: number): Scenario {
  const server = (id: string) => ({
    id,
    type: 'server' as const,
    server_resources: { cpu_cores: 1, ram_mb: 1024, db_connection_pool: null },
    endpoints: [],
  })
  return {
    rqs_input: {
      id: 'users',
      type: 'generator',
      avg_active_users: { mean: 1, distribution: 'poisson' },
      avg_request_per_minute_per_user: { mean: 1, distribution: 'poisson' },
      user_sampling_window: 60,
    },
    topology_graph: {
      nodes: { servers: serverIds.map(server), client: { id: 'client', type: 'client' } },
      edges: [],
    },
    sim_settings: {
      total_simulation_time: 60,
      sample_period_s: 0.01,
      enabled_sample_metrics: [],
      enabled_event_metrics: [],
      ...(seed === undefined ? {} : { seed }),
    },
  }
}

export function documentForTest(text: string): StudioDocument {
  return { name: 'Test', text, positions: {}, seed: undefined }
}

import type { DocumentPath } from '../diagnostic'
import type { Plain } from '../edit/render'
import type { FieldSchema } from '../fields'

/** What to write for a required key that is missing, so that a person has something to go on from. */
export function starterFor(path: DocumentPath, field: FieldSchema | undefined): Plain | undefined {
  const key = String(path.at(-1))
  if (Object.hasOwn(STARTERS, key)) return STARTERS[key]
  return field?.options?.[0] ?? (field?.examples?.[0] as Plain | undefined)
}

const STARTERS: Readonly<Record<string, Plain>> = {
  rqs_input: {
    id: 'rqs-1',
    avg_active_users: { mean: 100 },
    avg_request_per_minute_per_user: { mean: 20 },
  },
  avg_active_users: { mean: 100 },
  avg_request_per_minute_per_user: { mean: 20 },
  sim_settings: {},
  client: { id: 'client-1' },
  servers: [],
  edges: [],
  server_resources: {},
  endpoints: [],
  endpoint_name: '/endpoint-1',
  steps: [],
  latency: { mean: 0.003, distribution: 'exponential' },
  mean: 1,
  t_start: 0,
}

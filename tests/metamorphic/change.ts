import { durationOf } from '../../src/catalog/random-variables/model'
import type { NetworkLinkSpec, Scenario, ServerSpec, StepSpec } from '../../src/catalog/specs'
import type { RunResult } from '../../src/engine/runResult'

/* Ways to change a scenario, so that theory says what becomes of the result. */

type Nodes = Scenario['topology_graph']['nodes']

export function withNodes(of: Scenario, nodes: Partial<Nodes>): Scenario {
  return { ...of, topology_graph: { ...of.topology_graph, nodes: { ...of.topology_graph.nodes, ...nodes } } }
}

export function withEdges(of: Scenario, edges: NetworkLinkSpec[]): Scenario {
  return { ...of, topology_graph: { ...of.topology_graph, edges } }
}

export function withServers(of: Scenario, change: (spec: ServerSpec) => ServerSpec): Scenario {
  return withNodes(of, { servers: of.topology_graph.nodes.servers.map(change) })
}

export function withResources(of: Scenario, resources: Partial<ServerSpec['server_resources']>): Scenario {
  return withServers(of, (spec) => ({ ...spec, server_resources: { ...spec.server_resources, ...resources } }))
}

/** Puts other steps in the place of each one. */
export function withSteps(of: Scenario, change: (step: StepSpec) => StepSpec[]): Scenario {
  return withServers(of, (spec) => ({
    ...spec,
    endpoints: spec.endpoints.map((endpoint) => ({ ...endpoint, steps: endpoint.steps.flatMap(change) })),
  }))
}

/** Duration of a step that takes time and always the same [s]. */
export function constantOf({ step_operation: operation }: StepSpec): number | undefined {
  if ('necessary_ram' in operation) return undefined
  const duration = durationOf('cpu_time' in operation ? operation.cpu_time : operation.io_waiting_time)
  return typeof duration === 'number' ? duration : undefined
}

/** Changes the durations of steps that never vary [s]. */
export function withConstants(of: Scenario, change: (seconds: number) => number): Scenario {
  return withSteps(of, (step) => {
    const constant = constantOf(step)
    if (constant === undefined) return [step]
    const [key] = Object.keys(step.step_operation)
    return [{ ...step, step_operation: { [key!]: change(constant) } } as StepSpec]
  })
}

export function withSettings(of: Scenario, settings: Partial<Scenario['sim_settings']>): Scenario {
  return { ...of, sim_settings: { ...of.sim_settings, ...settings } }
}

export interface LoggedRequest {
  readonly id: number
  readonly start: number
  readonly finish: number
  readonly outcome: string
}

/** Requests in the order in which they ended. */
export function requestsOf({ requests }: RunResult): LoggedRequest[] {
  return Array.from(requests.id, (id, i) => ({
    id,
    start: requests.start[i]!,
    finish: requests.finish[i]!,
    outcome: requests.outcomeNames[requests.outcome[i]!]!,
  }))
}

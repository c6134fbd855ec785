import { describe, expect, test } from 'vitest'
import type { DocumentPath } from './diagnostic'
import { nameOf, nameWithArticle, subjectOf, subjectWithArticle } from './words'
import { readYaml } from './yaml/read'

const { root } = readYaml(`
rqs_input: { id: users }
topology_graph:
  nodes:
    servers:
      - id: srv-1
        endpoints:
          - endpoint_name: /search
            steps: [{ kind: ram }, { kind: io_wait }]
          - steps: []
      - {}
  edges:
    - id: e1
      latency: { components: [{ mean: 1 }, { mean: 2 }] }
    - id: ''
events:
  - event_id: slow
slos:
  - id: fast
`)

const server = ['topology_graph', 'nodes', 'servers', 0]
const step = [...server, 'endpoints', 0, 'steps', 1]
const edge = ['topology_graph', 'edges', 0]

describe('a person calls', () => {
  test.each<[DocumentPath, string]>([
    [[], 'the scenario'],
    [['colour'], 'colour of the scenario'],
    [['rqs_input'], 'the workload'],
    [['rqs_input', 'avg_active_users', 'mean'], 'mean in avg_active_users of the workload'],
    [['rqs_input', 'user_sampling_window'], 'user_sampling_window of the workload'],
    [['sim_settings', 'enabled_sample_metrics', 2], 'item 3 of enabled_sample_metrics of the settings'],
    [['topology_graph'], 'the topology'],
    [['topology_graph', 'nodes'], 'the section "nodes"'],
    [['topology_graph', 'nodes', 'servers'], 'servers of the section "nodes"'],
    [['topology_graph', 'nodes', 'client', 'id'], 'id of the client'],
    [
      ['topology_graph', 'nodes', 'load_balancer', 'server_covered', 0],
      'item 1 of server_covered of the load balancer',
    ],
    [server, 'server "srv-1"'],
    [['topology_graph', 'nodes', 'servers', 1], 'server 2'],
    [[...server, 'server_resources', 'cpu_cores'], 'cpu_cores of server "srv-1"'],
    [[...server, 'endpoints'], 'endpoints of server "srv-1"'],
    [[...server, 'endpoints', 0], 'endpoint "/search" of server "srv-1"'],
    [[...server, 'endpoints', 1], 'endpoint 2 of server "srv-1"'],
    [step, 'step 2 of endpoint "/search" of server "srv-1"'],
    [
      [...step, 'step_operation', 'io_waiting_time', 'mean'],
      'mean in io_waiting_time of step 2 of endpoint "/search" of server "srv-1"',
    ],
    [edge, 'edge "e1"'],
    [['topology_graph', 'edges', 1, 'target'], 'target of edge 2'],
    [['topology_graph', 'edges'], 'edges of the topology'],
    [[...edge, 'latency', 'mean'], 'mean in latency of edge "e1"'],
    [[...edge, 'latency', 'components', 1], 'component 2 of the latency of edge "e1"'],
    [[...edge, 'latency', 'components', 1, 'mean'], 'mean in component 2 of the latency of edge "e1"'],
    [['events', 0], 'event "slow"'],
    [['events', 0, 'start', 't_start'], 't_start in start of event "slow"'],
    [['events', 7, 'end'], 'end of event 8'],
    [['events'], 'events of the scenario'],
    [['slos', 0, 'target'], 'target of objective "fast"'],
  ])('%j %s', (path, name) => {
    expect(nameOf(root, path)).toBe(name)
  })
})

test('what is known by its number has no article', () => {
  expect(nameWithArticle(root, [...edge, 'latency'])).toBe('the latency of edge "e1"')
  expect(nameWithArticle(root, [...edge, 'latency', 'components', 0])).toBe('component 1 of the latency of edge "e1"')
  expect(nameWithArticle(root, ['sim_settings', 'metrics', 0])).toBe('item 1 of metrics of the settings')
})

test('a sentence starts with a capital, except where it starts with a key', () => {
  expect(subjectWithArticle(root, [...edge, 'latency'])).toBe('The latency of edge "e1"')
  expect(subjectOf(root, [...edge, 'latency'])).toBe('latency of edge "e1"')
  expect(subjectOf(root, edge)).toBe('Edge "e1"')
  expect(subjectOf(root, ['sim_settings'])).toBe('The settings')
})

import { ensureExists } from '../../base/assert'
import { parseScenario } from '../../scenario/parse'
import { type Graph, graphOf } from './graph'

/**
 * A graph from a drawing, one chain a line: `users > client > lb > a > client`. The first node is the workload, the
 * second the client, `lb` the load balancer, all others are servers. Each arrow is an edge called like its ends.
 */
export function drawnGraph(drawing: string): Graph {
  const chains = drawing.split('\n').map((line) => line.split('>').map((id) => id.trim()))
  const [workload = '', client = ''] = chains[0] ?? []
  const ids = [...new Set(chains.flat())]
  const servers = ids.filter((id) => ![workload, client, 'lb'].includes(id))
  const pairs = chains.flatMap((chain) => chain.slice(1).map((target, index) => [chain[index] ?? '', target] as const))
  const edges = new Map(pairs.map(([source, target]) => [`${source}-${target}`, { source, target }]))
  const text = JSON.stringify({
    rqs_input: { id: workload, avg_active_users: { mean: 60 }, avg_request_per_minute_per_user: { mean: 20 } },
    topology_graph: {
      nodes: {
        client: { id: client },
        ...(ids.includes('lb') ? { load_balancer: { id: 'lb' } } : {}),
        servers: servers.map((id) => ({ id, server_resources: {}, endpoints: [{ endpoint_name: '/', steps: [] }] })),
      },
      edges: [...edges].map(([id, ends]) => ({ id, ...ends, latency: { mean: 0.003, distribution: 'exponential' } })),
    },
    sim_settings: {},
  })
  return graphOf(ensureExists(parseScenario(text).drawable, 'drawn scenario'))
}

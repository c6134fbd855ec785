import { formatCount, formatNumber } from '../../base/format'
import type { ServerSpec } from '../../catalog/specs'
import type { Facts, Placed } from '../facts'
import { capacityOf, demandsOf } from '../size/demand'
import { MeanFlow } from '../size/flow'
import { countBefore } from '../size/stretch'
import { treeAt } from '../yaml/tree'
import { finding, type Rule } from './rule'
import { Topology } from './topology'

/*
 * Offered load: how much work arrives per second, over how much a server can do per second. From ρ = 1 on a queue has
 * no reason to end. Only means are needed, so this is known before any run: the mean number of users times their rate,
 * followed along the edges, with their losses, to every server.
 */

/** Warns of every resource that is asked for more, on average, than it has. */
export const serversKeepUp: Rule = function* (context) {
  for (const { server, arrivalRate } of loads(context.facts)) {
    for (const { resource, key, busy, capacity, unit } of demandsOf(server.spec)) {
      const utilisation = (arrivalRate * busy) / capacity
      // A law without a mean has a warning of its own.
      if (!(utilisation >= 1) || !Number.isFinite(busy)) continue
      const at = [...server.path, 'server_resources', key]
      yield finding(context, {
        code: `overloaded-${resource.replace('_', '-')}`,
        severity: 'warning',
        path: at,
        range: (treeAt(context.root, at) ?? treeAt(context.root, [...server.path, 'id']))!.range,
        message: `Server "${server.spec.id}" gets ${formatNumber(arrivalRate)} requests/s, which need ${formatNumber(arrivalRate * busy)} ${unit}; it has ${formatNumber(capacity, 6)}: ρ = ${formatNumber(utilisation)}, so its queue grows without end.`,
        hint: `At least ${formatCount(Math.floor(arrivalRate * busy) + 1)} ${unit} are needed to keep up, or less work per request, or fewer requests.`,
      })
    }
  }
}

interface ServerLoad {
  readonly server: Placed<ServerSpec>
  /** [requests/s] */
  readonly arrivalRate: number
}

/** Where nothing takes time and nothing happens, one second is like any other. */
const ONE_SECOND = 1

/** Mean arrival rate of every server; nothing while the wiring is broken. */
function loads(facts: Facts): ServerLoad[] {
  const { workload, workloadId, servers, edges, loadBalancer } = facts
  const clientId = facts.nodes.find(({ kind }) => kind === 'client')?.id
  if (!facts.wiringSound || workload === undefined || workloadId === undefined || clientId === undefined) return []
  if (new Topology(facts).closingEdges().length > 0) return []
  const { avg_active_users: users, avg_request_per_minute_per_user: rate } = workload.spec
  const flow = new MeanFlow(
    {
      workloadId,
      clientId,
      servers: new Map(servers.map(({ spec }) => [spec.id, { capacity: capacityOf(spec), stay: 0 }])),
      edges: edges.map(({ source, target, spec }) => ({
        source,
        target,
        lost: spec?.dropout_rate ?? 0,
        latency: 0,
        spikes: [],
        outages: [],
      })),
      adapts: loadBalancer?.spec.algorithms === 'least_connection',
    },
    (Math.max(0, users.mean) * Math.max(0, rate.mean)) / 60,
    ONE_SECOND,
  )
  return servers.map((server) => ({
    server,
    arrivalRate: countBefore(flow.arrivals.get(server.spec.id) ?? [], ONE_SECOND),
  }))
}

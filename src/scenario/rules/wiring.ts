import type { QuickFix } from '../diagnostic'
import { scenarioEdits } from '../edit'
import type { EdgeFact, NodeFact } from '../facts'
import { nearest } from '../nearest'
import { nameOf, subjectOf } from '../words'
import { changeValue, finding, type Rule, type RuleContext } from './rule'
import { Topology } from './topology'

export const edgesLeadElsewhere: Rule = function* (context) {
  for (const edge of context.facts.edges.filter(({ source, target }) => source === target))
    yield finding(context, {
      code: 'edge-to-itself',
      path: [...edge.path, 'target'],
      message: `${subjectOf(context.root, edge.path)} leads from "${edge.source}" back to itself.`,
      hint: 'Source and target must differ.',
    })
}

export const edgeTargetsExist: Rule = function* (context) {
  const { nodes, nodesKnown, edges, workloadId } = context.facts
  const ids = new Set(nodes.map(({ id }) => id))
  for (const edge of edges) {
    if (!nodesKnown || ids.has(edge.target)) continue
    const path = [...edge.path, 'target']
    const meant = nearest(edge.target, ids)
    yield finding(context, {
      code: 'unknown-target',
      path,
      message:
        edge.target === workloadId
          ? `${subjectOf(context.root, edge.path)} leads to the workload "${edge.target}", which only sends requests.`
          : `${subjectOf(context.root, edge.path)} leads to "${edge.target}", but no node is called that.`,
      hint: meant === undefined ? `Nodes: ${[...ids].join(', ')}.` : `Did you mean "${meant}"?`,
      fixes: meant === undefined ? [] : changeValue(context, path, meant),
    })
  }
}

export const edgeSourcesExist: Rule = function* (context) {
  const { nodes, nodesKnown, edges, workloadId } = context.facts
  const ids = new Set([...(workloadId === undefined ? [] : [workloadId]), ...nodes.map(({ id }) => id)])
  for (const edge of edges) {
    if (!nodesKnown || ids.has(edge.source)) continue
    const path = [...edge.path, 'source']
    const meant = nearest(edge.source, ids)
    yield finding(context, {
      code: 'unknown-source',
      path,
      message: `${subjectOf(context.root, edge.path)} comes from "${edge.source}", but neither a node nor the workload is called that.`,
      hint: meant === undefined ? `Sources: ${[...ids].join(', ')}.` : `Did you mean "${meant}"?`,
      fixes: meant === undefined ? [] : changeValue(context, path, meant),
    })
  }
}

/** Only a load balancer chooses between edges; everything else has one way out. */
export const onlyTheBalancerBranches: Rule = function* (context) {
  const { workloadId, nodes, edges } = context.facts
  const single = nodes.filter(({ kind }) => kind !== 'load-balancer').map(({ id }) => id)
  for (const source of new Set(workloadId === undefined ? single : [workloadId, ...single])) {
    const [first, ...others] = edges.filter((edge) => edge.source === source)
    for (const edge of others)
      yield finding(context, {
        code: source === workloadId ? 'several-workload-edges' : 'several-outgoing-edges',
        path: [...edge.path, 'source'],
        message: `"${source}" already sends its requests along ${nameOf(context.root, first!.path)}.`,
        hint: 'Only a load balancer can have several outgoing edges: put one in between, or delete this edge.',
        fixes: removal(context, edge),
      })
  }
}

export const balancerEdgesDiffer: Rule = function* (context) {
  const balancer = context.facts.nodes.find(({ kind }) => kind === 'load-balancer')
  const seen = new Map<string, EdgeFact>()
  for (const edge of context.facts.edges.filter(({ source }) => source === balancer?.id)) {
    const first = seen.get(edge.target)
    if (first === undefined) seen.set(edge.target, edge)
    else
      yield finding(context, {
        code: 'parallel-edges',
        path: [...edge.path, 'target'],
        message: `${subjectOf(context.root, edge.path)} connects "${edge.source}" with "${edge.target}" a second time.`,
        hint: `Keep ${nameOf(context.root, first.path)} or this one.`,
        fixes: removal(context, edge),
      })
  }
}

/** Requests must be able to go on from wherever they can get to. */
export const requestsGoOn: Rule = function* (context) {
  const { facts } = context
  if (!facts.wiringKnown || facts.workloadId === undefined) return
  const topology = new Topology(facts)
  if (topology.outgoing(facts.workloadId).length === 0)
    yield finding(context, {
      code: 'workload-not-connected',
      path: ['rqs_input', 'id'],
      message: `No edge leads from the workload "${facts.workloadId}" into the system.`,
      hint: 'Add an edge from the workload to the client.',
      fixes: connection(context, facts.workloadId, clientOf(facts.nodes)),
    })
  for (const node of facts.nodes) {
    if (topology.outgoing(node.id).length > 0) continue
    if (node.kind === 'client') yield clientWithoutEdge(context, node)
    else if (topology.isReached(node.id)) yield deadEnd(context, node)
  }
}

function clientWithoutEdge(context: RuleContext, client: NodeFact) {
  const { nodes } = context.facts
  const next = nodes.find(({ kind }) => kind === 'load-balancer') ?? nodes.find(({ kind }) => kind === 'server')
  return finding(context, {
    code: 'client-not-connected',
    path: [...client.path, 'id'],
    message: `No edge leads from the client "${client.id}" to a server or load balancer.`,
    hint: 'Add an edge that carries the requests on.',
    fixes: connection(context, client.id, next?.id),
  })
}

function deadEnd(context: RuleContext, node: NodeFact) {
  const isServer = node.kind === 'server'
  return finding(context, {
    code: isServer ? 'server-not-connected' : 'balancer-not-connected',
    path: [...node.path, 'id'],
    message: isServer
      ? `No edge leads on from server "${node.id}", so its answers go nowhere.`
      : `No edge leads from the load balancer "${node.id}" to a server.`,
    hint: isServer ? 'Add an edge from the server to the client.' : 'Add an edge to each server behind it.',
    fixes: isServer ? connection(context, node.id, clientOf(context.facts.nodes)) : [],
  })
}

/** A server that nothing leads to is allowed, and probably forgotten. */
export const nodesAreReached: Rule = function* (context) {
  const { facts } = context
  if (!facts.wiringSound || facts.workloadId === undefined) return
  const topology = new Topology(facts)
  if (topology.outgoing(facts.workloadId).length === 0) return
  for (const node of facts.nodes)
    if (!topology.isReached(node.id))
      yield finding(context, {
        code: 'unreachable',
        severity: 'warning',
        path: [...node.path, 'id'],
        message: `No request ever gets to ${node.kind === 'load-balancer' ? 'the load balancer' : node.kind} "${node.id}".`,
        hint: 'Connect it, or delete it.',
      })
}

export const requestsDoNotCircle: Rule = function* (context) {
  if (!context.facts.wiringKnown) return
  for (const edge of new Topology(context.facts).closingEdges())
    yield finding(context, {
      code: 'cycle',
      path: [...edge.path, 'target'],
      message: `${subjectOf(context.root, edge.path)} closes a circle: requests would never come back to the client.`,
      hint: 'Lead it to the client, or to a server further on.',
      fixes: changeValue(context, [...edge.path, 'target'], clientOf(context.facts.nodes) ?? edge.target),
    })
}

export const reachedServersHaveEndpoints: Rule = function* (context) {
  const { facts } = context
  if (!facts.wiringKnown) return
  const topology = new Topology(facts)
  for (const { spec, path } of facts.servers)
    if (spec.endpoints.length === 0 && topology.isReached(spec.id))
      yield finding(context, {
        code: 'no-endpoints',
        path: [...path, 'endpoints'],
        message: `Server "${spec.id}" has no endpoint, so it cannot answer the requests that it gets.`,
        hint: 'Add an endpoint; one without steps answers at once.',
        fixes: context.propose('Add an endpoint', (text) => scenarioEdits.addEndpoint(text, spec.id)),
      })
}

function clientOf(nodes: readonly NodeFact[]): string | undefined {
  return nodes.find(({ kind }) => kind === 'client')?.id
}

function connection(context: RuleContext, source: string, target: string | undefined): QuickFix[] {
  if (target === undefined) return []
  return context.propose(`Add an edge from ${source} to ${target}`, (text) =>
    scenarioEdits.addEdge(text, source, target),
  )
}

function removal(context: RuleContext, edge: EdgeFact): QuickFix[] {
  return context.propose('Delete this edge', (text) => scenarioEdits.removeAt(text, edge.path))
}

import type { DocumentPath } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { nearest } from '../nearest'
import { subjectOf } from '../words'
import { type Tree, treeAt } from '../yaml/tree'
import { changeValue, finding, type Rule } from './rule'

export const coveredServersExist: Rule = function* (context) {
  const { loadBalancer, nodes, nodesKnown } = context.facts
  if (loadBalancer === undefined || !nodesKnown) return
  const servers = new Set(nodes.filter(({ kind }) => kind === 'server').map(({ id }) => id))
  for (const { id, path } of coveredItems(context.root, loadBalancer.path)) {
    if (servers.has(id)) continue
    const meant = nearest(id, servers)
    yield finding(context, {
      code: 'unknown-covered-server',
      path,
      message: `The load balancer covers "${id}", but no server is called that.`,
      hint: meant === undefined ? `Servers: ${[...servers].join(', ')}.` : `Did you mean "${meant}"?`,
      fixes: meant === undefined ? [] : changeValue(context, path, meant),
    })
  }
}

export const coveredServersAreConnected: Rule = function* (context) {
  const { loadBalancer, nodes, edges, wiringKnown } = context.facts
  if (loadBalancer === undefined || !wiringKnown) return
  const balancer = loadBalancer.spec.id
  for (const { id, path } of coveredItems(context.root, loadBalancer.path)) {
    const exists = nodes.some((node) => node.kind === 'server' && node.id === id)
    if (!exists || edges.some(({ source, target }) => source === balancer && target === id)) continue
    yield finding(context, {
      code: 'covered-server-without-edge',
      path,
      message: `The load balancer covers "${id}", but no edge leads there from "${balancer}".`,
      hint: 'Add the edge, or take the server out of server_covered.',
      fixes: context.propose(`Add an edge from ${balancer} to ${id}`, (text) =>
        scenarioEdits.addEdge(text, balancer, id),
      ),
    })
  }
}

/** The runtime uses every edge of the load balancer; a list that says otherwise misleads its reader. */
export const balancerUsesCoveredServers: Rule = function* (context) {
  const { loadBalancer, nodes, edges } = context.facts
  if (loadBalancer === undefined) return
  const { id: balancer, server_covered: covered } = loadBalancer.spec
  for (const edge of edges.filter(({ source }) => source === balancer)) {
    const kind = nodes.find(({ id }) => id === edge.target)?.kind
    const path = [...edge.path, 'target']
    if (kind === 'server' && covered.length > 0 && !covered.includes(edge.target))
      yield finding(context, {
        code: 'uncovered-server',
        severity: 'warning',
        path,
        message: `${subjectOf(context.root, edge.path)} leads to "${edge.target}", which server_covered leaves out; requests are sent there all the same.`,
        hint: `Add "${edge.target}" to server_covered, or delete the edge.`,
      })
    if (kind === 'client')
      yield finding(context, {
        code: 'balancer-to-client',
        severity: 'warning',
        path,
        message: `${subjectOf(context.root, edge.path)} sends requests back to the client without any server.`,
        hint: 'Lead it to a server.',
      })
  }
}

/** The written items of `server_covered`. */
function coveredItems(root: Tree, balancer: DocumentPath): { id: string; path: DocumentPath }[] {
  const path = [...balancer, 'server_covered']
  const list = treeAt(root, path)
  if (list?.kind !== 'list') return []
  return list.items.flatMap((item, index) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ id: item.value, path: [...path, index] }] : [],
  )
}

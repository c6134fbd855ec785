import type { DocumentPath } from './diagnostic'
import { type Tree, textAt } from './yaml/tree'

/**
 * Names the thing at `path` as a person would: `cpu_cores of server "srv-1"`, `edge "lb-srv1"`, `the settings`.
 * A thing without an id is named by its number, counted from 1.
 */
export function nameOf(root: Tree | undefined, path: DocumentPath): string {
  const named = owner(root, path)
  const rest = path.slice(named.length)
  const component = rest.indexOf('components')
  const number = rest[component + 1]
  if (component > 0 && typeof number === 'number') return inComponent(root, path, named.length + component, number)
  const key = rest.findLast((part) => typeof part === 'string')
  if (key === undefined) return named.words
  const index = typeof rest.at(-1) === 'number' ? `item ${Number(rest.at(-1)) + 1} of ` : ''
  const outer = rest.filter((part) => typeof part === 'string').at(-2) ?? ''
  const within = TELLING.has(outer) ? ` in ${outer}` : ''
  return `${index}${key}${within} of ${named.words}`
}

/** Keys that are named along with what lies in them. */
const TELLING: ReadonlySet<string> = new Set([
  'start',
  'end',
  'latency',
  'cpu_time',
  'io_waiting_time',
  'quantiles',
  'avg_active_users',
  'avg_request_per_minute_per_user',
])

/** Names the component of a mixture, or what lies in it, by its number. */
function inComponent(root: Tree | undefined, path: DocumentPath, length: number, index: number): string {
  const component = `component ${index + 1} of the ${nameOf(root, path.slice(0, length))}`
  const key = path.slice(length + 2).findLast((part) => typeof part === 'string')
  return key === undefined ? component : `${key} in ${component}`
}

/** The same with an article, unless it is known by its number: `the latency of edge "lb-srv1"`. */
export function nameWithArticle(root: Tree | undefined, path: DocumentPath): string {
  const name = nameOf(root, path)
  return /^(?:component|item) \d/.test(name) ? name : `the ${name}`
}

/** The same at the start of a sentence. */
export function subjectWithArticle(root: Tree | undefined, path: DocumentPath): string {
  const name = nameWithArticle(root, path)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The same at the start of a sentence; a key keeps its spelling there too. */
export function subjectOf(root: Tree | undefined, path: DocumentPath): string {
  const name = nameOf(root, path)
  const isWhole = owner(root, path).words === name
  return isWhole ? name.charAt(0).toUpperCase() + name.slice(1) : name
}

interface Owner {
  readonly words: string
  /** How much of the path it covers. */
  readonly length: number
}

function owner(root: Tree | undefined, path: DocumentPath): Owner {
  const [first, second, third, index] = path
  if (first === 'rqs_input') return { words: 'the workload', length: 1 }
  if (first === 'sim_settings') return { words: 'the settings', length: 1 }
  if (first === 'events' && typeof second === 'number')
    return { words: called(root, 'event', path.slice(0, 2), 'event_id', second), length: 2 }
  if (first === 'slos' && typeof second === 'number')
    return { words: called(root, 'objective', path.slice(0, 2), 'id', second), length: 2 }
  if (first !== 'topology_graph') return { words: 'the scenario', length: 0 }
  if (second === 'edges' && typeof third === 'number')
    return { words: called(root, 'edge', path.slice(0, 3), 'id', third), length: 3 }
  if (second !== 'nodes') return { words: 'the topology', length: 1 }
  if (third === 'client') return { words: 'the client', length: 3 }
  if (third === 'load_balancer') return { words: 'the load balancer', length: 3 }
  if (third !== 'servers' || typeof index !== 'number') return { words: 'the section "nodes"', length: 2 }
  return insideServer(root, path, index)
}

function insideServer(root: Tree | undefined, path: DocumentPath, index: number): Owner {
  const server = called(root, 'server', path.slice(0, 4), 'id', index)
  const [endpoint, step] = [path[5], path[7]]
  if (path[4] !== 'endpoints' || typeof endpoint !== 'number') return { words: server, length: 4 }
  const name = called(root, 'endpoint', path.slice(0, 6), 'endpoint_name', endpoint)
  if (path[6] !== 'steps' || typeof step !== 'number') return { words: `${name} of ${server}`, length: 6 }
  return { words: `step ${step + 1} of ${name} of ${server}`, length: 8 }
}

function called(root: Tree | undefined, noun: string, path: DocumentPath, idKey: string, index: number): string {
  const id = textAt(root, [...path, idKey])
  return id === undefined || id === '' ? `${noun} ${index + 1}` : `${noun} "${id}"`
}

import type {
  ArrivalSourceSpec,
  InjectionSpec,
  LoadBalancerSpec,
  NetworkLinkSpec,
  ObjectiveSpec,
  ServerSpec,
  SettingsSpec,
} from '../catalog/specs'
import type { DocumentPath } from './diagnostic'
import { schema } from './generated/schema'
import type { JsonSchema } from './jsonSchema'
import { normalize } from './normalize'
import { withDefaults } from './shape/defaults'
import type { Shape } from './shape/shape'
import { type Tree, textAt, treeAt } from './yaml/tree'

export type NodeKind = 'client' | 'load-balancer' | 'server'

export interface NodeFact {
  readonly kind: NodeKind
  readonly id: string
  readonly path: DocumentPath
}

export interface EdgeFact {
  readonly id: string | undefined
  readonly source: string
  readonly target: string
  readonly path: DocumentPath
  /** The whole edge, unless some part of it is broken. */
  readonly spec: NetworkLinkSpec | undefined
}

/** A part of the scenario that is in order by itself, and where it is written. */
export interface Placed<T> {
  readonly spec: T
  readonly path: DocumentPath
}

/**
 * What can be relied on in a document that may be broken elsewhere. Cross-field rules read it, so that one wrong
 * number does not hide a dangling edge, and are spared conclusions from what could not be read.
 */
export interface Facts {
  readonly workload: Placed<ArrivalSourceSpec> | undefined
  readonly workloadId: string | undefined
  /** Client, load balancer and servers that have an id, in the order of the text's sections. */
  readonly nodes: readonly NodeFact[]
  readonly edges: readonly EdgeFact[]
  readonly loadBalancer: Placed<LoadBalancerSpec> | undefined
  readonly servers: readonly Placed<ServerSpec>[]
  readonly events: readonly Placed<InjectionSpec>[]
  readonly objectives: readonly Placed<ObjectiveSpec>[]
  /** Simulated time [s]. */
  readonly horizon: number | undefined
  readonly warmUp: SettingsSpec['warm_up_s'] | undefined
  /** Every node has an id: one that is not among them does not exist. */
  readonly nodesKnown: boolean
  /** Besides, every edge has both its ends: an edge that is not there is really missing. */
  readonly wiringKnown: boolean
  /** Besides, no id is there twice and every edge leads from one known place to another: conclusions can be drawn. */
  readonly wiringSound: boolean
}

/** Collects the facts of a document. */
export function gatherFacts(root: Tree, shape: Shape): Facts {
  const reader = new FactReader(root, shape)
  const nodes = reader.nodes()
  const edges = reader.edges()
  const workloadId = textAt(root, ['rqs_input', 'id'])
  const nodesKnown =
    reader.isList(SERVERS) &&
    workloadId !== undefined &&
    nodes.length === reader.count(SERVERS) + 1 + (reader.has(LOAD_BALANCER) ? 1 : 0)
  const wiringKnown = nodesKnown && reader.isList(EDGES) && edges.length === reader.count(EDGES)
  return {
    workload: reader.part<ArrivalSourceSpec>(['rqs_input']),
    workloadId,
    nodes,
    edges,
    loadBalancer: reader.part<LoadBalancerSpec>(LOAD_BALANCER),
    servers: reader.parts<ServerSpec>(SERVERS),
    events: reader.parts<InjectionSpec>(['events']),
    objectives: reader.parts<ObjectiveSpec>(['slos']),
    horizon: reader.setting('total_simulation_time'),
    warmUp: reader.setting('warm_up_s'),
    nodesKnown,
    wiringKnown,
    wiringSound: wiringKnown && isSound(workloadId, nodes, edges),
  }
}

function isSound(workloadId: string | undefined, nodes: readonly NodeFact[], edges: readonly EdgeFact[]): boolean {
  const ids = new Set(nodes.map(({ id }) => id))
  return (
    workloadId !== undefined &&
    !ids.has(workloadId) &&
    ids.size === nodes.length &&
    edges.every(({ source, target }) => {
      return source !== target && ids.has(target) && (ids.has(source) || source === workloadId)
    })
  )
}

const NODES: DocumentPath = ['topology_graph', 'nodes']
const CLIENT: DocumentPath = [...NODES, 'client']
const LOAD_BALANCER: DocumentPath = [...NODES, 'load_balancer']
const SERVERS: DocumentPath = [...NODES, 'servers']
const EDGES: DocumentPath = ['topology_graph', 'edges']

class FactReader {
  readonly #root: Tree
  readonly #shape: Shape

  constructor(root: Tree, shape: Shape) {
    this.#root = root
    this.#shape = shape
  }

  nodes(): NodeFact[] {
    const places: readonly (readonly [NodeKind, DocumentPath])[] = [
      ['client', CLIENT],
      ['load-balancer', LOAD_BALANCER],
      ...this.#itemPaths(SERVERS).map((path) => ['server', path] as const),
    ]
    return places.flatMap(([kind, path]) => {
      const id = this.#text([...path, 'id'])
      return id === undefined ? [] : [{ kind, id, path }]
    })
  }

  edges(): EdgeFact[] {
    return this.#itemPaths(EDGES).flatMap((path) => {
      const [id, source, target] = ['id', 'source', 'target'].map((key) => this.#text([...path, key]))
      if (source === undefined || target === undefined) return []
      return [{ id, source, target, path, spec: this.part<NetworkLinkSpec>(path)?.spec }]
    })
  }

  /** One of the settings, or its default, if it is in order. */
  setting<K extends keyof SettingsSpec>(key: K): SettingsSpec[K] | undefined {
    const settings = this.#dataAt(['sim_settings'])
    if (typeof settings !== 'object' || settings === null || this.#isBroken(['sim_settings', key])) return undefined
    return (withDefaults(settings, schema.properties?.sim_settings ?? {}) as SettingsSpec)[key]
  }

  /** The items of a list that are in order by themselves. */
  parts<T>(list: DocumentPath): Placed<T>[] {
    return this.#itemPaths(list).flatMap((path) => this.part<T>(path) ?? [])
  }

  /** The part at `path` with its defaults, if it is there and in order. */
  part<T>(path: DocumentPath): Placed<T> | undefined {
    const data = this.#dataAt(path)
    if (typeof data !== 'object' || data === null || this.#isBroken(path)) return undefined
    return { spec: normalize(withDefaults(data, schemaAt(path))) as T, path }
  }

  has(path: DocumentPath): boolean {
    const data = this.#dataAt(path)
    return data !== undefined && data !== null
  }

  isList(path: DocumentPath): boolean {
    return treeAt(this.#root, path)?.kind === 'list'
  }

  count(path: DocumentPath): number {
    return this.#itemPaths(path).length
  }

  #itemPaths(list: DocumentPath): DocumentPath[] {
    const tree = treeAt(this.#root, list)
    return tree?.kind === 'list' ? tree.items.map((_, index) => [...list, index]) : []
  }

  #text(path: DocumentPath): string | undefined {
    const value = this.#dataAt(path)
    return typeof value === 'string' ? value : undefined
  }

  #dataAt(path: DocumentPath): unknown {
    return path.reduce<unknown>(memberAt, this.#shape.data)
  }

  #isBroken(path: DocumentPath): boolean {
    return this.#shape.brokenPaths.touches(path)
  }
}

function memberAt(data: unknown, key: string | number): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return undefined
  return (data as Readonly<Record<string | number, unknown>>)[key]
}

function schemaAt(path: DocumentPath): JsonSchema {
  return path.reduce<JsonSchema>(
    (parent, part) => (typeof part === 'number' ? parent.items : parent.properties?.[part]) ?? {},
    schema,
  )
}

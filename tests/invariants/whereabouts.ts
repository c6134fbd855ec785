import { ensureExists } from '../../src/base/assert'
import type { EndpointSpec, Scenario, ServerSpec } from '../../src/catalog/specs'
import { Phase } from '../../src/kernel/network/phase'
import type { Requests } from '../../src/kernel/network/requests'
import type { EventName } from '../fixtures/eventNames'

/** Where a request is and what it does there. */
export interface Stay {
  /** Id of the edge or server. */
  readonly place: string
  readonly phase: number
  /** [s] */
  readonly since: number
}

/** A request at a server. */
export interface Visit {
  readonly server: string
  readonly endpoint: EndpointSpec
  /** Place of the endpoint's first step in the server's program. */
  readonly entry: number
  /** Steps that are behind the request. */
  passed: number
}

/** A request in the system. */
export interface Traveller {
  readonly ordinal: number
  readonly slot: number
  stay: Stay | undefined
  /** Every server that it has come to, in order. */
  readonly visits: Visit[]
}

/** Told of what every request does. */
export interface Witness {
  /** From one stay to another; before the first and after the last there is none. */
  moved(traveller: Traveller, from: Stay | undefined, to: Stay | undefined): void
  /** The request went past a step that starts a background task. */
  spawned(server: string): void
}

/**
 * Where every request is, concluded from the events of a run and from the wiring. Of the kernel only what it says of the
 * request that an event happens to is looked up.
 */
export class Whereabouts {
  readonly travellers = new Map<number, Traveller>()
  private readonly balancer: string | undefined
  private readonly servers: ReadonlyMap<string, ServerSpec>
  private readonly targets: ReadonlyMap<string, string>
  /** Edges by their source; of the load balancer's, the last. */
  private readonly ways: ReadonlyMap<string, string>
  private readonly balancedWays: readonly string[]

  constructor(
    { topology_graph: { nodes, edges } }: Scenario,
    private readonly requests: Requests,
    private readonly witness: Witness,
  ) {
    this.balancer = nodes.load_balancer?.id
    this.servers = new Map(nodes.servers.map((spec) => [spec.id, spec]))
    this.targets = new Map(edges.map(({ id, target }) => [id, target]))
    this.ways = new Map(edges.map(({ id, source }) => [source, id]))
    this.balancedWays = edges.filter(({ source }) => source === this.balancer).map(({ id }) => id)
  }

  /** To be told of every event after it has happened, and whether it was the last one of its request. */
  follow({ component, request }: EventName, isOver: boolean, now: number): void {
    if (request === 0) return
    const traveller = this.travellers.get(request) ?? this.enter(request)
    const node = this.targets.get(component) ?? component
    const server = this.servers.get(node)
    if (server) this.visit(traveller, server, component !== node, isOver)
    const from = traveller.stay
    traveller.stay = isOver ? undefined : this.stayOf(traveller, node, now)
    if (isOver) this.travellers.delete(request)
    this.witness.moved(traveller, from, traveller.stay)
  }

  private enter(ordinal: number): Traveller {
    const slot = this.requests.ordinal.indexOf(ordinal)
    const traveller: Traveller = { ordinal, slot, stay: undefined, visits: [] }
    this.travellers.set(ordinal, traveller)
    return traveller
  }

  private stayOf({ slot }: Traveller, node: string, since: number): Stay {
    const phase = this.requests.phase[slot]!
    const way = node === this.balancer ? this.balancedWays[this.requests.balancedTo[slot]!] : this.ways.get(node)
    return { place: phase === Phase.NETWORK ? ensureExists(way, `way from ${node}`) : node, phase, since }
  }

  private visit({ slot, visits }: Traveller, server: ServerSpec, isNew: boolean, isOver: boolean): void {
    if (isNew) visits.push(visitOf(server, this.requests.endpoint[slot]!))
    const visit = visits.at(-1)!
    const { steps } = visit.endpoint
    const isThere = !isOver && this.requests.phase[slot] !== Phase.NETWORK
    const passed = isThere ? this.requests.step[slot]! - visit.entry : steps.length
    for (const { kind } of steps.slice(visit.passed, passed)) {
      if (kind === 'io_task_spawn') this.witness.spawned(server.id)
    }
    visit.passed = passed
  }
}

/** The kernel numbers the steps of a server through, with one more number behind each endpoint. */
function visitOf({ id, endpoints }: ServerSpec, index: number): Visit {
  const entry = endpoints.slice(0, index).reduce((sum, { steps }) => sum + steps.length + 1, 0)
  return { server: id, endpoint: endpoints[index]!, entry, passed: 0 }
}

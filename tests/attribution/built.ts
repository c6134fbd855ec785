import type { Scenario } from '../../src/catalog/specs'
import type { Cause } from '../../src/engine/attribution/attribution'
import {
  always,
  balanced,
  edge,
  exponential,
  outage,
  scenario,
  server,
  singleServer,
  spike,
} from '../fixtures/scenario'
import { cpu, db, io, ram, spawn } from '../fixtures/timeline'

/** A scenario whose bottleneck is known by construction. */
export interface Built {
  readonly name: string
  readonly scenario: Scenario
  readonly bottleneck: { readonly component: string | readonly string[]; readonly resource: Cause } | null
  /** When it begins to hold requests back [s], give or take `within`. */
  readonly since?: { readonly at: number; readonly within: number }
}

const HORIZON = 300
const poisson = (mean: number) => ({ mean, distribution: 'poisson' }) as const
const common = { horizon: HORIZON, samplePeriod: 0.1 }

/** A load balancer before servers of which each has its own CPU time [ms]. */
function unequal(times: readonly number[], users: number): Scenario {
  const ids = times.map((_, i) => `srv-${i + 1}`)
  return scenario({
    ...common,
    servers: ids.map((id, i) => server(id, [cpu(times[i]!), io(20)])),
    edges: [edge('client', 'lb'), ...ids.flatMap((id) => [edge('lb', id), edge(id, 'client')])],
    balancer: 'round_robin',
    users: poisson(users),
  })
}

/** The eight kinds, each with what makes it so. */
export const built: readonly Built[] = [
  {
    // 50 requests/s can be served, 80 come.
    name: 'too little CPU',
    scenario: singleServer([cpu(20), io(50)], { ...common, users: poisson(80) }),
    bottleneck: { component: 'srv', resource: 'cpu' },
    since: { at: 0, within: 15 },
  },
  {
    // Ten requests of 100 MB fit, each stays 200 ms: 50 requests/s, 80 come; the CPU is less than half full.
    name: 'too little RAM',
    scenario: singleServer([ram(100), cpu(5), io(195)], { ...common, users: poisson(80), resources: { ram_mb: 1024 } }),
    bottleneck: { component: 'srv', resource: 'ram' },
    since: { at: 0, within: 15 },
  },
  {
    // Four connections for 100 ms each: 40 requests/s, 70 come.
    name: 'too few database connections',
    scenario: singleServer([cpu(5), db(100)], { ...common, users: poisson(70), resources: { db_connection_pool: 4 } }),
    bottleneck: { component: 'srv', resource: 'db_pool' },
    since: { at: 0, within: 15 },
  },
  {
    // 300 ms of 342 are spent on one edge; nothing is busy.
    name: 'a slow edge',
    scenario: singleServer([cpu(10), io(30)], {
      ...common,
      users: poisson(20),
      edges: [edge('client', 'srv', { latency: exponential(0.3) }), edge('srv', 'client')],
    }),
    bottleneck: { component: 'client→srv', resource: 'network' },
    since: { at: 0, within: 0 },
  },
  {
    name: 'an edge that loses a tenth',
    scenario: singleServer([cpu(10), io(30)], {
      ...common,
      users: poisson(20),
      edges: [edge('client', 'srv', { dropout_rate: 0.1 }), edge('srv', 'client')],
    }),
    bottleneck: { component: 'client→srv', resource: 'loss' },
    since: { at: 0, within: 5 },
  },
  {
    // Each gets 30 requests/s. The second can do 20, both together 70.
    name: 'as much for the slow server as for the fast one',
    scenario: unequal([20, 50], 60),
    bottleneck: { component: 'lb', resource: 'balancing' },
    since: { at: 0, within: 15 },
  },
  {
    // Each can do 50 requests/s and gets 35; during the outage the other one gets 70.
    name: 'an outage that the other server cannot make up for',
    scenario: balanced(2, [cpu(20), io(20)], { ...common, users: poisson(70), events: [outage('srv-2', 100, 160)] }),
    bottleneck: { component: 'srv-2', resource: 'outage' },
    since: { at: 100, within: 0 },
  },
  {
    // CPU at 40 %, everything else emptier.
    name: 'nothing',
    scenario: singleServer([ram(20), cpu(10), db(30)], {
      ...common,
      users: poisson(40),
      resources: { db_connection_pool: 10 },
    }),
    bottleneck: null,
  },
]

/** Cases in which a simpler rule would name the wrong one. */
export const deceptive: readonly Built[] = [
  {
    // RAM for eight requests fills with those that wait for the core, and the queue stands before the RAM.
    name: 'a queue for RAM that the CPU causes',
    scenario: singleServer([ram(100), cpu(20), io(20)], { ...common, users: poisson(60), resources: { ram_mb: 800 } }),
    bottleneck: { component: 'srv', resource: 'cpu' },
  },
  {
    name: 'a queue for RAM that the database connections cause',
    scenario: singleServer([ram(100), cpu(2), db(100)], {
      ...common,
      users: poisson(30),
      resources: { ram_mb: 1000, db_connection_pool: 2 },
    }),
    bottleneck: { component: 'srv', resource: 'db_pool' },
  },
  {
    name: 'two servers, both short: no balancing helps',
    scenario: balanced(2, [cpu(20), io(20)], { ...common, users: poisson(120) }),
    bottleneck: { component: ['srv-1', 'srv-2'], resource: 'cpu' },
  },
  {
    // Two thirds of the latency are intended work.
    name: 'much I/O, as intended',
    scenario: singleServer([cpu(5), io(200)], { ...common, users: poisson(60) }),
    bottleneck: null,
  },
  {
    // The default of an edge that says nothing.
    name: 'one per cent lost on each edge',
    scenario: singleServer([cpu(10), io(30)], {
      ...common,
      users: poisson(20),
      edges: [edge('client', 'srv', { dropout_rate: 0.01 }), edge('srv', 'client', { dropout_rate: 0.01 })],
    }),
    bottleneck: null,
  },
  {
    name: 'an outage that the other server can make up for',
    scenario: balanced(2, [cpu(5), io(50)], { ...common, users: poisson(40), events: [outage('srv-2', 100, 160)] }),
    bottleneck: null,
  },
  {
    name: 'a spike on an edge',
    scenario: singleServer([cpu(5), io(50)], {
      ...common,
      users: poisson(20),
      events: [spike('client→srv', 100, 150, 0.4)],
    }),
    bottleneck: { component: 'client→srv', resource: 'network' },
    since: { at: 100, within: 0 },
  },
  {
    // 46 requests/s for a server that can do 50: it keeps up, but requests wait most of their time.
    name: 'a CPU that is nearly full',
    scenario: singleServer([cpu(20)], { ...common, users: poisson(46) }),
    bottleneck: { component: 'srv', resource: 'cpu' },
  },
  {
    // Three servers, of which two can do it all: the outage alone is not to be noticed.
    name: 'a spike during an outage',
    scenario: balanced(3, [cpu(1)], {
      ...common,
      events: [outage('srv-2', 100, 200), spike('client→lb', 100, 200, 1)],
    }),
    bottleneck: { component: 'client→lb', resource: 'network' },
    since: { at: 100, within: 0 },
  },
  {
    // Nobody but a load balancer knows that a server is down.
    name: 'a spike, and an outage without a load balancer',
    scenario: singleServer([cpu(1)], {
      ...common,
      events: [outage('srv', 100, 200), spike('client→srv', 100, 200, 1)],
    }),
    bottleneck: { component: 'client→srv', resource: 'network' },
    since: { at: 100, within: 0 },
  },
  {
    // A nanosecond, while two or three requests pass: what they take is chance.
    name: 'a spike of nothing',
    scenario: singleServer([io(1)], {
      horizon: 600,
      users: always(1),
      rpm: 12,
      edges: [
        edge('client', 'srv', { latency: exponential(0.02) }),
        edge('srv', 'client', { latency: exponential(0.02) }),
      ],
      events: [spike('client→srv', 100, 130, 1e-9)],
    }),
    bottleneck: null,
  },
  {
    // A minute in the background is nobody's waiting.
    name: 'long tasks in the background elsewhere',
    scenario: scenario({
      ...common,
      servers: [server('mailer', [cpu(1), spawn(60_000)]), server('api', [io(2000)])],
      edges: [edge('client', 'mailer'), edge('mailer', 'api'), edge('api', 'client')],
    }),
    bottleneck: { component: 'api', resource: 'io' },
  },
  {
    name: 'a CPU that is busy, and keeps up',
    scenario: singleServer([cpu(20), io(100)], { ...common, users: poisson(25) }),
    bottleneck: null,
  },
]

import blackFriday from './black-friday.yaml?raw'
import chain from './chain.yaml?raw'
import cpuBound from './cpu-bound.yaml?raw'
import dbPool from './db-pool.yaml?raw'
import latencySpike from './latency-spike.yaml?raw'
import llmCost from './llm-cost.yaml?raw'
import loadBalancer from './load-balancer.yaml?raw'
import minimal from './minimal.yaml?raw'
import outage from './outage.yaml?raw'
import ramBound from './ram-bound.yaml?raw'

/** A scenario to start from and learn by. */
export interface Example {
  /** Stable name; links refer to it. */
  readonly id: string
  readonly title: string
  /** What it teaches, in one line. */
  readonly lesson: string
  /** Where to look after the run. */
  readonly lookAt: string
  readonly text: string
}

/** The gallery, from the simplest to the richest; the first is open on the first visit. */
export const examples: readonly Example[] = [
  {
    id: 'minimal',
    title: 'One server',
    lesson: 'What a request goes through: three hops, a moment of CPU, a wait.',
    lookAt: 'p50 against p95: the network varies, and now and then a request finds the core busy.',
    text: minimal,
  },
  {
    id: 'load-balancer',
    title: 'Two servers behind a load balancer',
    lesson: 'Work for more than one core is shared by two servers, each request in turn.',
    lookAt: 'Both ready queues: alike, short, never long for more than a moment.',
    text: loadBalancer,
  },
  {
    id: 'latency-spike',
    title: 'A latency spike',
    lesson: 'A slow network path delays answers without any queue in the server.',
    lookAt: 'The second hump of the latency histogram, and requests per second around both ends of the marked minute.',
    text: latencySpike,
  },
  {
    id: 'outage',
    title: 'An outage',
    lesson: 'Two servers that share a load are not a spare for each other unless one can carry it alone.',
    lookAt: 'The ready queue of web-1: how high it climbs while web-2 is out, and how long it takes to recover.',
    text: outage,
  },
  {
    id: 'cpu-bound',
    title: 'A server short of CPU',
    lesson: 'At 106 % utilisation a queue does not get long, it grows for ever.',
    lookAt: 'The warning in the editor, then the ready queue and the gap between offered and completed requests.',
    text: cpuBound,
  },
  {
    id: 'ram-bound',
    title: 'A server short of memory',
    lesson: 'Memory held while waiting limits how many requests can be inside at once.',
    lookAt: 'RAM in use against its ceiling, while the ready queue stays empty and latency rises.',
    text: ramBound,
  },
  {
    id: 'db-pool',
    title: 'A small database pool',
    lesson: 'Requests can stand in line for a connection while CPU and memory are idle.',
    lookAt: 'Requests in I/O, and p99; then set db_connection_pool to 3 and compare.',
    text: dbPool,
  },
  {
    id: 'llm-cost',
    title: 'What language models cost',
    lesson: 'The price of a service can be simulated like its latency.',
    lookAt: 'LLM cost per request and per hour, and the two humps of the histogram, one for each model.',
    text: llmCost,
  },
  {
    id: 'chain',
    title: 'Services in a row',
    lesson: 'Latencies and losses add up along a chain; one narrow place sets the pace.',
    lookAt: 'The ready queue of pricing beside the other two, and how many requests were dropped.',
    text: chain,
  },
  {
    id: 'black-friday',
    title: 'A bad evening',
    lesson: 'Least connections sends work where it gets done, until there is nowhere left to send it.',
    lookAt: 'The ready queues during the three marked periods: each trouble shows in another place.',
    text: blackFriday,
  },
]

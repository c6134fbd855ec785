import { EM1 } from '../../stats/queueing/em1'
import { quantileOfTail } from '../../stats/queueing/quantileOfTail'
import { stagesTail } from '../../stats/queueing/stages'
import type { TheoryModel } from '../theoryModel'
import {
  latencyP95,
  latencyP99,
  meanGauge,
  meanLatency,
  meanPhase,
  meanPresent,
  meanWait,
  throughput,
  waitsLonger,
} from './figures'
import { balanced, cpu, exponential, io, network, oneServer, path, ram, server } from './network'
import { REPLICATIONS } from './replications'

const WARM_UP = 100

/** Jackson (1957): a chain of M/M/1 servers, each as if alone; a request's stays are independent (Reich 1957). */
const chain = (): TheoryModel => {
  const rates = [10 - 5, 8 - 5, 20 - 5]
  const waiting = (load: number) => (load * load) / (1 - load)
  const tail = (t: number) => stagesTail(rates, t)
  return {
    id: 'tandem',
    title: 'Three M/M/1 in a row, 50, 62.5 and 25 % busy',
    scenario: network({
      rate: 5,
      requests: 50_000,
      servers: [0.1, 0.125, 0.05].map((mean, i) => server(`stage-${i + 1}`, [[cpu(exponential(mean))]])),
      edges: path('stage-1', 'stage-2', 'stage-3'),
    }),
    replications: REPLICATIONS,
    warmUp: WARM_UP,
    figures: [
      meanLatency(0.6),
      latencyP95(quantileOfTail(tail, 0.95)),
      latencyP99(quantileOfTail(tail, 0.99)),
      meanGauge('mean queue of the first', 'stage-1', 'ready_queue_len')(waiting(0.5), 0.03),
      meanGauge('mean queue of the second', 'stage-2', 'ready_queue_len')(waiting(0.625), 0.04),
      meanGauge('mean queue of the third', 'stage-3', 'ready_queue_len')(waiting(0.25), 0.03),
      meanPhase('mean service', 'cpu_service')(0.275, 0.01),
      throughput(5),
    ],
  }
}

/**
 * A request that comes back to the same core after sleeping: requests on a fixed route through exponential queues
 * and waits of any law have a product form (Baskett, Chandy, Muntz, Palacios 1975; Kelly 1975), so the
 * core is M/M/1 with twice the rate.
 */
const comingBack: TheoryModel = {
  id: 'coming-back',
  title: 'One core twice with a log-normal wait between, 60 % busy',
  scenario: oneServer({ rate: 6, requests: 40_000 }, [
    cpu(exponential(0.05)),
    io({ distribution: 'log_normal', mean: 0.2, cv: 1 }),
    cpu(exponential(0.05)),
  ]),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    meanLatency(2 * 0.125 + 0.2),
    meanWait(2 * 0.075, 0.03),
    meanGauge('mean number waiting for the core', 'server', 'ready_queue_len')(0.9, 0.03),
    meanGauge('mean number asleep', 'server', 'event_loop_io_sleep')(1.2),
    meanPresent(1.5 + 1.2),
    throughput(6),
  ],
}

/** Served in turn, each of k servers sees every k-th arrival: E_k/M/1. */
const inTurn = (servers: number): TheoryModel => {
  const theory = new EM1(servers, 0.8, 0.1)
  return {
    id: `round-robin-${servers}`,
    title: `E${servers === 2 ? '₂' : '₄'}/M/1, 80 % busy: round robin over ${servers} servers`,
    scenario: balanced({ rate: 8 * servers, requests: 75_000 }, 'round_robin', servers, [cpu(exponential(0.1))]),
    replications: REPLICATIONS,
    warmUp: WARM_UP,
    figures: [
      meanLatency(theory.meanSojourn),
      meanWait(theory.meanWait, 0.04),
      latencyP95(theory.sojournQuantile(0.95)),
      latencyP99(theory.sojournQuantile(0.99), 0.05),
      // Nobody who need not wait waits at all.
      waitsLonger(0)(theory.waits, 0.02),
      waitsLonger(0.5)(theory.waitTail(0.5), 0.05),
    ],
  }
}

/** Join the shortest of two queues, solved as a Markov chain of the two lengths (tests/theory/markovChain.ts). */
const shortestQueue: TheoryModel = {
  id: 'least-connection',
  title: 'Join the shortest queue, 80 % busy: least connection over two servers',
  scenario: balanced({ rate: 16, requests: 75_000 }, 'least_connection', 2, [cpu(exponential(0.1))]),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    meanLatency(0.295_573_66, 0.03),
    meanWait(0.195_573_66, 0.05),
    waitsLonger(0)(0.694_164_78, 0.02),
    meanPresent(16 * 0.295_573_66, 0.03),
  ],
}

/**
 * Memory for two small requests or one large: a large one at the head keeps small ones waiting that would fit.
 * Solved as a Markov chain of who holds memory, who is at the head and how many wait (tests/theory/markovChain.ts).
 */
const headOfLine: TheoryModel = {
  id: 'ram-head-of-line',
  title: 'Memory for two small requests or one large, first come, first served',
  scenario: network({
    rate: 8,
    requests: 60_000,
    servers: [
      server(
        'server',
        [
          [ram(128), io(exponential(0.1))],
          [ram(256), io(exponential(0.1))],
        ],
        { ram_mb: 256 },
      ),
    ],
    edges: path('server'),
  }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    meanWait(0.215_337_73, 0.03),
    meanLatency(0.315_337_73),
    meanPresent(2.522_701_9),
    meanGauge('mean memory held', 'server', 'ram_in_use')(153.6),
  ],
}

/** More than one queue, or queues that are not served alone. */
export const manyStationModels: readonly TheoryModel[] = [
  chain(),
  comingBack,
  inTurn(2),
  inTurn(4),
  shortestQueue,
  headOfLine,
]

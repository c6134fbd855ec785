import type { DurationSpec } from '../../catalog/specs'
import { exp } from '../../kernel/math/ln'
import { MMc } from '../../stats/queueing/mmc'
import type { TheoryFigure, TheoryModel } from '../theoryModel'
import {
  dispersion,
  latencyP95,
  latencyP99,
  lawOfPresent,
  meanGauge,
  meanLatency,
  meanPresent,
  meanWait,
  mustWait,
  presentVariance,
  throughput,
} from './figures'
import { cpu, exponential, io, link, NO_TIME, network, oneServer, server } from './network'
import { REPLICATIONS } from './replications'

/** What the links of one server take all the same [s]. */
const HOPS = 3 * NO_TIME

/** Requests that sleep do not disturb each other: their number is Poisson, whatever the law of the sleep. */
const asleep = (id: string, law: string, time: DurationSpec): TheoryModel => ({
  id: `infinite-${id}`,
  title: `M/G/∞: sleep, ${law}`,
  scenario: oneServer({ rate: 50, requests: 20_000 }, [io(time)]),
  replications: REPLICATIONS,
  warmUp: 20,
  figures: [meanPresent(20), presentVariance(20), meanLatency(0.4 + HOPS), ...lawOfPresent(poisson(20), 17, 23)],
})

const background: TheoryModel = {
  id: 'background',
  title: 'M/G/∞: tasks in the background, which nobody waits for',
  scenario: oneServer({ rate: 50, requests: 10_000 }, [
    { kind: 'io_task_spawn', step_operation: { io_waiting_time: exponential(0.4) } },
    io(0.01),
  ]),
  replications: REPLICATIONS,
  warmUp: 20,
  figures: [meanGauge('mean number asleep', 'server', 'event_loop_io_sleep')(20 + 0.5), meanLatency(0.01 + HOPS, 1e-6)],
}

/** Three exponential hops: the latency is Erlang's law with three stages, its quantiles those of χ² with six degrees of freedom. */
const hops: TheoryModel = {
  id: 'hops',
  title: 'Three exponential links, nothing else',
  scenario: network({
    rate: 50,
    requests: 20_000,
    servers: [server('server', [[]])],
    edges: [
      link('users', 'client', exponential(0.01)),
      link('client', 'server', exponential(0.01)),
      link('server', 'client', exponential(0.01)),
    ],
  }),
  replications: REPLICATIONS,
  warmUp: 20,
  figures: [
    meanLatency(0.03),
    latencyP95((0.01 * 12.591_587_24) / 2),
    latencyP99((0.01 * 16.811_893_83) / 2),
    meanGauge('mean number on a link', 'client-server', 'edge_concurrent_connection')(0.5),
  ],
}

/** What is left of a Poisson process when each event is lost with probability p is a Poisson process. */
const thinned: TheoryModel = {
  id: 'thinned',
  title: 'M/M/1, 50 % busy, behind a link that loses a fifth',
  scenario: network({
    rate: 6.25,
    requests: 45_000,
    servers: [server('server', [[cpu(exponential(0.1))]])],
    edges: [link('client', 'server', undefined, 0.2), link('server', 'client')],
  }),
  replications: REPLICATIONS,
  warmUp: 100,
  figures: [
    throughput(5),
    lost(0.2),
    meanWait(new MMc(1, 0.5, 0.1).meanWait, 0.03),
    mustWait(1)(0.5),
    dispersion('dispersion of departures in 10 s', 'finish', 10)(1, 0.05),
  ],
}

/** Users redrawn every window make bursts: windows of 60 s have index of dispersion 1 + r·W, r requests/s per user. */
const users: TheoryModel = {
  id: 'users',
  title: '50 Poisson users of 30 requests/min, redrawn every minute',
  scenario: network({
    rate: 25,
    requests: 45_000,
    ratePerUser: 0.5,
    window: 60,
    servers: [server('server', [[]])],
    edges: [link('client', 'server'), link('server', 'client')],
  }),
  replications: REPLICATIONS,
  warmUp: 60,
  figures: [throughput(25, 0.02), dispersion('dispersion of arrivals in 60 s', 'start', 60)(1 + 0.5 * 60, 0.15)],
}

const language: TheoryModel = {
  id: 'llm-cost',
  title: 'One call of a language model per second: 1,000 tokens in, 250 out',
  scenario: oneServer({ rate: 1, requests: 5_000 }, [
    {
      kind: 'io_llm',
      step_operation: { io_waiting_time: 1 },
      llm_cost: { input_tokens: 1000, output_tokens: 250, input_per_mtok: 0.15, output_per_mtok: 0.6 },
    },
  ]),
  replications: REPLICATIONS,
  warmUp: 0,
  figures: [
    {
      name: 'cost per hour',
      unit: 'USD/h',
      expected: 1.08,
      tolerance: 0.02,
      simulated: ({ result }) => result.summary.llmCost!.perHour,
    },
  ],
}

/** Workload, links and sleep: no queue, or one that what is before it shapes. */
export const withoutQueueModels: readonly TheoryModel[] = [
  asleep('exponential', 'exponential', exponential(0.4)),
  asleep('constant', 'constant', 0.4),
  asleep('log-normal', 'log-normal, cv 2', { distribution: 'log_normal', mean: 0.4, cv: 2 }),
  background,
  hops,
  thinned,
  users,
  language,
]

function lost(expected: number): TheoryFigure {
  return {
    name: 'share lost',
    unit: '1',
    expected,
    tolerance: 0.02,
    simulated: ({ result }) => result.summary.requests.outcomes.dropped / result.summary.requests.generated,
  }
}

/** P(n) of Poisson's law, by its recursion from e^(−mean). */
function poisson(mean: number): (n: number) => number {
  return (n) => {
    let probability = exp(-mean)
    for (let k = 1; k <= n; k++) probability *= mean / k
    return probability
  }
}

import type { DurationSpec, Scenario } from '../../catalog/specs'
import { md1WaitTail } from '../../stats/queueing/md1'
import { mdcMeanWait } from '../../stats/queueing/mdc'
import { mg1MeanWait, mg1WaitDeviation } from '../../stats/queueing/mg1'
import { quantileOfTail } from '../../stats/queueing/quantileOfTail'
import type { TheoryModel } from '../theoryModel'
import {
  meanBusyPeriod,
  meanLatency,
  meanWait,
  mustWait,
  utilisation,
  waitDeviation,
  waitP95,
  waitP99,
  waitsLonger,
} from './figures'
import { cpu, db, exponential, io, network, oneServer, path, ram, server } from './network'
import { REPLICATIONS } from './replications'

const WARM_UP = 100

/** E[S], E[S²], E[S³] [s, s², s³]. */
type Moments = readonly [number, number, number]

/** Moments by how they compare with those of a constant. */
const scaled = (mean: number, second: number, third: number): Moments => [
  mean,
  second * mean * mean,
  third * mean * mean * mean,
]

/** Moments of a mixture of laws. */
const mixed = (...parts: readonly { readonly weight: number; readonly moments: Moments }[]): Moments =>
  parts.reduce<Moments>(
    ([first, second, third], { weight, moments }) => [
      first + weight * moments[0],
      second + weight * moments[1],
      third + weight * moments[2],
    ],
    [0, 0, 0],
  )

const constant = (value: number): Moments => scaled(value, 1, 1)
const exponentialMoments = (mean: number): Moments => scaled(mean, 2, 6)

interface GeneralService {
  readonly id: string
  readonly law: string
  readonly moments: Moments
  /** Requests per second. */
  readonly rate: number
  /** Per replication. */
  readonly requests: number
  /** The scenario for the number of requests; by default one step with `service`. */
  readonly service: DurationSpec | ((workload: { rate: number; requests: number }) => Scenario)
}

/** M/G/1: waits depend on the first moments of the service time only (Pollaczek, Khinchine; Takács). */
function generalService({ id, law, moments, rate, requests, service }: GeneralService): TheoryModel {
  const [mean, second] = moments
  const load = rate * mean
  const wait = mg1MeanWait(load, mean, second / (mean * mean) - 1)
  return {
    id: `mg1-${id}`,
    title: `M/G/1, ${Math.round(100 * load)} % busy: ${law}`,
    scenario:
      typeof service === 'function' ? service({ rate, requests }) : oneServer({ rate, requests }, [cpu(service)]),
    replications: REPLICATIONS,
    warmUp: WARM_UP,
    figures: [
      meanWait(wait, 0.04),
      waitDeviation(mg1WaitDeviation(rate, moments), 0.05),
      mustWait(1)(load),
      utilisation(1)(load, 0.02),
      meanBusyPeriod(mean / (1 - load), 0.03),
    ],
  }
}

/** A hyperexponential of mean 0.1 and cv 2 with balanced means: p₁m₁ = p₂m₂. */
const hyperexponential = (() => {
  const weight = (1 + Math.sqrt(3 / 5)) / 2
  return mixed(
    { weight, moments: exponentialMoments(0.05 / weight) },
    { weight: 1 - weight, moments: exponentialMoments(0.05 / (1 - weight)) },
  )
})()

/** Pareto with α = 1.5 from 0.04 to 4: E[Xⁿ] = αLᵅ(Hⁿ⁻ᵅ − Lⁿ⁻ᵅ)/((n − α)(1 − (L/H)ᵅ)). */
const boundedPareto = (() => {
  const [low, high] = [0.04, 4]
  const root = (x: number) => Math.sqrt(x)
  const factor = (1.5 * low * root(low)) / (1 - (low / high) * root(low / high))
  return [
    (factor * (1 / root(low) - 1 / root(high))) / 0.5,
    (factor * (root(high) - root(low))) / 0.5,
    (factor * (high * root(high) - low * root(low))) / 1.5,
  ] as const
})()

const samples = [0.02, 0.05, 0.05, 0.28]

/** One law of service after the other; the moments stand beside it, in closed form. */
const laws: readonly GeneralService[] = [
  {
    id: 'erlang',
    law: 'Erlang with four stages',
    service: { distribution: 'erlang', mean: 0.1, k: 4 },
    moments: scaled(0.1, 5 / 4, 30 / 16),
    rate: 5,
    requests: 20_000,
  },
  {
    id: 'uniform',
    law: 'uniform from 50 to 150 ms',
    service: { distribution: 'uniform', low: 0.05, high: 0.15 },
    // (a² + ab + b²)/3 and (a + b)(a² + b²)/4.
    moments: [0.1, 0.0325 / 3, 0.00125],
    rate: 5,
    requests: 20_000,
  },
  {
    id: 'gamma',
    law: 'gamma of shape 1/2',
    service: { distribution: 'gamma', shape: 0.5, scale: 0.2 },
    moments: scaled(0.1, 3, 15),
    rate: 5,
    requests: 60_000,
  },
  {
    id: 'weibull',
    law: 'Weibull of shape 1/2',
    service: { distribution: 'weibull', shape: 0.5, scale: 0.05 },
    // E[Xⁿ] = scaleⁿ·(2n)!
    moments: [0.1, 24 * 0.0025, 720 * 0.000125],
    rate: 4,
    requests: 60_000,
  },
  {
    id: 'hyperexponential',
    law: 'hyperexponential, cv 2',
    service: { distribution: 'hyperexponential', mean: 0.1, cv: 2 },
    moments: hyperexponential,
    rate: 5,
    requests: 60_000,
  },
  {
    id: 'log-normal',
    law: 'log-normal, cv 1',
    service: { distribution: 'log_normal', mean: 0.1, cv: 1 },
    // E[Xⁿ] = meanⁿ·(1 + cv²)^(n(n − 1)/2)
    moments: scaled(0.1, 2, 8),
    rate: 5,
    requests: 60_000,
  },
  {
    id: 'pareto',
    law: 'Pareto, α 1.5, cut off at 100 times the smallest value',
    service: { distribution: 'pareto', alpha: 1.5, minimum: 0.04, max: 4 },
    moments: boundedPareto,
    rate: 4,
    requests: 60_000,
  },
  {
    id: 'mixture',
    law: '90 % of 50 ms and 10 % exponential of 400 ms',
    service: {
      distribution: 'mixture',
      components: [
        { weight: 0.9, distribution: 'deterministic', mean: 0.05 },
        { weight: 0.1, distribution: 'exponential', mean: 0.4 },
      ],
    },
    moments: mixed({ weight: 0.9, moments: constant(0.05) }, { weight: 0.1, moments: exponentialMoments(0.4) }),
    rate: 5,
    requests: 50_000,
  },
  {
    id: 'empirical',
    law: 'four measured values',
    service: { distribution: 'empirical', samples },
    moments: mixed(...samples.map((value) => ({ weight: 1 / 4, moments: constant(value) }))),
    rate: 5,
    requests: 30_000,
  },
  {
    id: 'endpoints',
    law: 'two endpoints, each exponential, of 50 and 150 ms',
    service: (workload) =>
      network({
        ...workload,
        servers: [server('server', [[cpu(exponential(0.05))], [cpu(exponential(0.15))]])],
        edges: path('server'),
      }),
    moments: mixed(
      { weight: 0.5, moments: exponentialMoments(0.05) },
      { weight: 0.5, moments: exponentialMoments(0.15) },
    ),
    rate: 5,
    requests: 50_000,
  },
  {
    id: 'two-steps',
    law: 'two exponential steps on one core, kept between them',
    service: (workload) => oneServer(workload, [cpu(exponential(0.05)), cpu(exponential(0.05))]),
    moments: scaled(0.1, 3 / 2, 3),
    rate: 5,
    requests: 50_000,
  },
]

const constantService: TheoryModel = {
  id: 'md1',
  title: 'M/D/1, 80 % busy',
  scenario: oneServer({ rate: 8, requests: 70_000 }, [cpu(0.1)]),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    meanWait(mg1MeanWait(0.8, 0.1, 0), 0.03),
    meanLatency(mg1MeanWait(0.8, 0.1, 0) + 0.1),
    waitDeviation(mg1WaitDeviation(8, constant(0.1))),
    mustWait(1)(0.8),
    waitsLonger(0.25)(md1WaitTail(0.8, 0.1, 0.25)),
    waitP95(quantileOfTail((t) => md1WaitTail(0.8, 0.1, t), 0.95)),
    waitP99(quantileOfTail((t) => md1WaitTail(0.8, 0.1, t), 0.99)),
    utilisation(1)(0.8),
    meanBusyPeriod(0.1 / (1 - 0.8)),
  ],
}

/** M/D/c, whatever the servers are. */
const constantServices = (id: string, title: string, servers: number, scenario: Scenario): TheoryModel => {
  const wait = mdcMeanWait(servers, 0.8 * servers, 0.1)
  return {
    id,
    title: `M/D/${servers}, 80 % busy: ${title}`,
    scenario,
    replications: REPLICATIONS,
    warmUp: WARM_UP,
    figures: [meanWait(wait, 0.03), meanLatency(wait + 0.1, 0.01), utilisation(servers)(0.8)],
  }
}

/**
 * Several servers and a service that is neither constant nor exponential: solved as a Markov chain of
 * who is in which stage or branch (tests/theory/markovChain.ts).
 */
const severalServers = (id: string, law: string, service: DurationSpec, wait: number, waits: number): TheoryModel => ({
  id,
  title: `${law}, 70 % busy: two cores`,
  scenario: oneServer({ rate: 14, requests: 60_000 }, [cpu(service)], { cpu_cores: 2 }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [meanWait(wait, 0.05), meanLatency(wait + 0.1, 0.03), mustWait(2)(waits), utilisation(2)(0.7)],
})

/** Poisson arrivals, service by any law, one queue. */
export const generalServiceModels: readonly TheoryModel[] = [
  constantService,
  constantServices('md4', 'four cores', 4, oneServer({ rate: 32, requests: 50_000 }, [cpu(0.1)], { cpu_cores: 4 })),
  constantServices(
    'pool-md5',
    'five database connections',
    5,
    oneServer({ rate: 40, requests: 50_000 }, [db(0.1)], { db_connection_pool: 5 }),
  ),
  constantServices(
    'ram-md2',
    'memory for two requests',
    2,
    oneServer({ rate: 16, requests: 50_000 }, [ram(128), io(0.1)], { ram_mb: 256 }),
  ),
  ...laws.map(generalService),
  severalServers('me2-2', 'M/E₂/2', { distribution: 'erlang', mean: 0.1, k: 2 }, 0.072_862_02, 0.573_599_58),
  severalServers(
    'mh2-2',
    'M/H₂/2, cv 2',
    { distribution: 'hyperexponential', mean: 0.1, cv: 2 },
    0.226_103_7,
    0.585_239_18,
  ),
]

/** For `npm run verify:deep` and `npm run validation` alone. Needs tens of millions of requests for a mean within 4 %: the fourth moment of the service time is 15,625 times that of a constant. */
export const heavyTail: TheoryModel = {
  ...generalService({
    id: 'heavy-tail',
    law: 'log-normal, cv 2',
    service: { distribution: 'log_normal', mean: 0.1, cv: 2 },
    moments: scaled(0.1, 5, 125),
    rate: 8,
    requests: 2_000_000,
  }),
}

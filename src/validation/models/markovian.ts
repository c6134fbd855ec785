import { MMc } from '../../stats/queueing/mmc'
import type { TheoryModel } from '../theoryModel'
import {
  dispersion,
  latencyP95,
  latencyP99,
  lawOfPresent,
  meanBusyPeriod,
  meanFound,
  meanLatency,
  meanPresent,
  meanWait,
  mustWait,
  utilisation,
  waitP99,
  waitsLonger,
} from './figures'
import { cpu, db, exponential, io, oneServer, ram } from './network'
import { REPLICATIONS } from './replications'

const SERVICE = 0.1
const WARM_UP = 100

/** M/M/1 at half load, where much can be seen in a short time: also departures, which are Poisson (Burke 1956). */
const half: TheoryModel = {
  id: 'mm1-half',
  title: 'M/M/1, 50 % busy',
  scenario: oneServer({ rate: 5, requests: 60_000 }, [cpu(exponential(SERVICE))]),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    ...figuresOf(new MMc(1, 0.5, SERVICE), 0, 6),
    meanBusyPeriod(SERVICE / (1 - 0.5)),
    dispersion('dispersion of arrivals in 10 s', 'start', 10)(1, 0.04),
    dispersion('dispersion of departures in 10 s', 'finish', 10)(1, 0.04),
  ],
}

const busy: TheoryModel = {
  id: 'mm1',
  title: 'M/M/1, 80 % busy',
  scenario: oneServer({ rate: 8, requests: 120_000 }, [cpu(exponential(SERVICE))]),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [...figuresOf(new MMc(1, 0.8, SERVICE), 0, 10), meanBusyPeriod(SERVICE / (1 - 0.8))],
}

const fourCores: TheoryModel = {
  id: 'mm4',
  title: 'M/M/4, 80 % busy: four cores',
  scenario: oneServer({ rate: 32, requests: 60_000 }, [cpu(exponential(SERVICE))], { cpu_cores: 4 }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [...figuresOf(new MMc(4, 3.2, SERVICE), 0, 10), waitsLonger(0.1)(new MMc(4, 3.2, SERVICE).waitTail(0.1))],
}

const twoCores: TheoryModel = {
  id: 'mm2',
  title: 'M/M/2, 80 % busy: two cores, where routed traffic would have a queue each',
  scenario: oneServer({ rate: 16, requests: 50_000 }, [cpu(exponential(SERVICE))], { cpu_cores: 2 }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: figuresOf(new MMc(2, 1.6, SERVICE), 0, 8),
}

/** Connections are servers too. @param longWait a wait that few requests exceed [s] */
const pool = (connections: number, load: number, requests: number, longWait: number): TheoryModel => ({
  id: `pool-mm${connections}`,
  title: `M/M/${connections}, 80 % busy: ${connections} database connections`,
  scenario: oneServer({ rate: load / SERVICE, requests }, [db(exponential(SERVICE))], {
    db_connection_pool: connections,
  }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: [
    ...figuresOf(new MMc(connections, load, SERVICE), connections - 5, connections + 4),
    waitsLonger(longWait)(new MMc(connections, load, SERVICE).waitTail(longWait), 0.08),
  ],
})

/** Memory for two requests makes two servers, whatever the requests do while they hold it. */
const memory: TheoryModel = {
  id: 'ram-mm2',
  title: 'M/M/2, 80 % busy: memory for two requests',
  scenario: oneServer({ rate: 16, requests: 60_000 }, [ram(128), io(exponential(SERVICE))], { ram_mb: 256 }),
  replications: REPLICATIONS,
  warmUp: WARM_UP,
  figures: figuresOf(new MMc(2, 1.6, SERVICE), 0, 8),
}

/** Poisson arrivals, exponential service, one queue. */
export const markovianModels: readonly TheoryModel[] = [
  half,
  busy,
  twoCores,
  fourCores,
  pool(10, 8, 75_000, SERVICE),
  pool(5, 4, 75_000, 2 * SERVICE),
  memory,
]

/** What M/M/c is known for; the law of the number at the server from n = `from` to `to`. */
function figuresOf(theory: MMc, from: number, to: number): TheoryModel['figures'] {
  const { servers, load, service } = theory
  const present = load + theory.meanWait * (load / service)
  return [
    meanLatency(theory.meanWait + service),
    meanWait(theory.meanWait, 0.05),
    mustWait(servers)(theory.waits),
    latencyP95(theory.sojournQuantile(0.95)),
    latencyP99(theory.sojournQuantile(0.99), 0.05),
    waitP99(theory.waitQuantile(0.99), 0.08),
    utilisation(servers)(load / servers),
    meanPresent(present),
    // Poisson arrivals see time averages.
    meanFound(present),
    ...lawOfPresent((n) => theory.inSystem(n), from, to),
  ]
}

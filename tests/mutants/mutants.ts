// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands in quotes is code
import type { KillerName } from './killers'

/** A fault as it could be made: one file changed in one or two places. */
export interface Mutant {
  /** Stable name. */
  readonly id: string
  /** The fault, as a claim about the simulator. */
  readonly title: string
  /** Path from the root of the repository. */
  readonly file: string
  /** Pieces of the file, each found exactly once, and what is put in their place. */
  readonly edits: readonly (readonly [find: string, replace: string])[]
  /** The test that has to notice. */
  readonly killer: KillerName
}

const mutant =
  (file: string) =>
  (id: string, title: string, killer: KillerName, ...edits: Mutant['edits']): Mutant => ({
    id,
    title,
    file,
    edits,
    killer,
  })

const source = mutant('src/catalog/nodes/arrival-source/model.ts')
const link = mutant('src/catalog/links/network/model.ts')
const client = mutant('src/catalog/nodes/client/model.ts')
const balancer = mutant('src/catalog/nodes/load-balancer/model.ts')
const leastConnection = mutant('src/catalog/policies/routing/leastConnection.ts')
const server = mutant('src/catalog/nodes/server/model.ts')
const calendar = mutant('src/kernel/des/calendar.ts')
const simulation = mutant('src/kernel/des/simulation.ts')
const priority = mutant('src/kernel/des/priority.ts')
const resource = mutant('src/kernel/des/resource.ts')
const container = mutant('src/kernel/des/container.ts')
const queue = mutant('src/kernel/des/slotQueue.ts')
const requests = mutant('src/kernel/network/requests.ts')
const network = mutant('src/kernel/network/network.ts')
const gauge = mutant('src/kernel/network/gauge.ts')
const draws = mutant('src/kernel/random/streamedDraws.ts')
const streams = mutant('src/kernel/random/streams.ts')
const threefry = mutant('src/kernel/random/threefry.ts')
const exponential = mutant('src/kernel/random/distributions/exponential.ts')
const clampedNormal = mutant('src/kernel/random/distributions/clampedNormal.ts')
const collect = mutant('src/engine/collect.ts')
const moments = mutant('src/engine/latencyStatistics.ts')
const recorder = mutant('src/engine/requestRecorder.ts')
const bins = mutant('src/engine/latencyBins.ts')
const inSystem = mutant('src/engine/inSystem.ts')
const sum = mutant('src/stats/compensatedSum.ts')
const quantiles = mutant('src/stats/quantiles.ts')
const series = mutant('src/stats/pointSeries.ts')
const cells = mutant('src/stats/logLinearHistogram.ts')
const interval = mutant('src/stats/meanInterval.ts')
const mmc = mutant('src/stats/queueing/mmc.ts')
const erlang = mutant('src/stats/queueing/erlang.ts')
const mg1 = mutant('src/stats/queueing/mg1.ts')

/** Faults of the kernel, the models, the statistics and the engine, each with the test that has to notice it. */
export const mutants: readonly Mutant[] = [
  // Arrivals
  source('rate-plus-1', '1 % more requests arrive', 'mm1', ['.mean / 60', '.mean / 59.4']),
  source('rate-plus-0.2', '0.2 % more requests arrive', 'reference', ['.mean / 60', '.mean / 59.88']),
  source('gap-unscaled', 'gaps between requests do not depend on the rate', 'reference', [' * this.meanGap', '']),
  source('gap-repeated', 'all gaps of a run are the same draw', 'reference', ['this.gaps++', 'this.gaps']),
  source('users-once', 'the number of users is drawn once instead of per window', 'reference', [
    'this.draws.users(this.window)',
    'this.draws.users(0)',
  ]),
  source('window-loses-time', 'half a gap is lost at the end of every window', 'reference', [
    'simulation.scheduleAt(this.windowEnd, Priority.ARRIVAL',
    'simulation.scheduleAt(this.windowEnd + 0.5 / this.ratePerUser, Priority.ARRIVAL',
  ]),

  // Links
  link('spike-on-delivery', 'a spike delays what is delivered while it lasts, too', 'spikes', [
    'this.target.accept(slot)',
    `if (_signal === DELIVERY && this.spike > 0)
      this.simulation.schedule(this.spike, Priority.ARRIVAL, this.address, DELIVERY + 1, slot)
    else this.target.accept(slot)`,
  ]),
  link('spikes-not-summed', 'of two spikes at a time only the last counts', 'spikes', [
    'this.spike += seconds',
    'this.spike = seconds',
  ]),
  link('spike-stays', 'a spike that has ended goes on until the next change', 'reference', [
    'this.spikes.delete(event)\n    this.sumSpikes()',
    'this.spikes.delete(event)',
  ]),
  link('latency-of-the-lost', 'the latency of a lost request is drawn, too', 'tapes', [
    'if (this.draws.isLost(requests.ordinal[slot]!)) {',
    'if (this.draws.isLost(requests.ordinal[slot]!)) {\n      this.draws.latency()',
  ]),
  link('hop-not-counted', 'a request that was delivered is still counted on its edge', 'audit', [
    'this.concurrency.add(-1',
    'if (slot % 8 !== 7) this.concurrency.add(-1',
  ]),

  // Client and load balancer
  client('answer-forwarded', 'an answer that took only two edges is sent out again', 'reference', [
    'hops[slot] === 1',
    'hops[slot]! <= 2',
  ]),
  balancer('returns-first', 'a server that comes back is next instead of last', 'reference', [
    'this.rotation.append(this.targets[target]!)',
    `const { first } = this.rotation
    this.rotation.append(this.targets[target]!)
    for (let before = first; before && before !== this.targets[target]; before = this.rotation.first) {
      this.rotation.remove(before)
      this.rotation.append(before)
    }`,
  ]),
  balancer('outage-takes-turn', 'an outage costs the next server its turn', 'reference', [
    'this.rotation.remove(this.targets[target]!)',
    `this.rotation.remove(this.targets[target]!)
    const { first } = this.rotation
    if (first) {
      this.rotation.remove(first)
      this.rotation.append(first)
    }`,
  ]),
  balancer('answers-unseen', 'the load balancer takes answered requests for outstanding', 'reference', [
    'this.targets[target]!.outstanding--',
    '',
  ]),
  leastConnection('tie-to-last', 'among equals least_connection takes the last one chosen', 'reference', ['<', '<=']),

  // Servers
  server('service-minus-0.5', 'constant service takes 0.5 % less', 'audit', [
    'step.draws === undefined ? step.constant',
    'step.draws === undefined ? 0.995 * step.constant',
  ]),
  server('core-leaked', 'a core is not given back by every 97th request', 'audit', [
    'if (this.requests.phase[slot] !== Phase.CPU) return',
    'if (this.requests.phase[slot] !== Phase.CPU || this.requests.ordinal[slot]! % 97 === 96) return',
  ]),
  server('core-released-between', 'a CPU step after another one asks for a core again', 'timelines', [
    'if (this.requests.phase[slot] !== Phase.CPU) {',
    'if (this.cores) {',
  ]),
  server('connection-leaked', 'a database connection never comes back', 'audit', [
    'this.handOver(this.connections, this.poolInUse, CONNECTION_GRANTED)',
    'this.connections.queueLength',
  ]),
  server('ram-before-core', 'memory is handed on before the core, not after it', 'instants', [
    'this.giveCoreBack(slot)\n    this.wake(slot)\n    this.giveRamBack(this.ramOf(slot))',
    'this.giveRamBack(this.ramOf(slot))\n    this.giveCoreBack(slot)\n    this.wake(slot)',
  ]),
  server('waiter-goes-first', 'who is granted memory goes on before the others of that instant', 'instants', [
    'this.schedule(0, RAM_GRANTED, next)',
    'this.startWithRam(next)',
  ]),
  server('background-keeps-ram', 'who has started a background task keeps its memory', 'audit', [
    'this.giveRamBack(this.ramOf(slot))',
    `const { entry } = this.endpoints[this.requests.endpoint[slot]!]!
    if (this.program.slice(entry, this.requests.step[slot]!).every((step) => step?.mode !== 'spawn'))
      this.giveRamBack(this.ramOf(slot))`,
  ]),
  server('sleep-counted-twice', 'a second I/O step in a row counts as a second sleeper', 'timelines', [
    'if (!this.isAsleep(slot)) this.ioSleep.add(1)',
    'this.ioSleep.add(1)',
  ]),
  server('loses-1-in-50000', 'one request in 50,000 never comes back', 'drained', [
    'this.out.send(slot)',
    'if (this.requests.ordinal[slot]! % 50_000 !== 49_999) this.out.send(slot)',
  ]),

  // Resources
  queue('lifo', 'the last one in the queue is the first to go', 'waiting', [
    'this.head = (this.head + 1) & (this.ring.length - 1)\n    this.count--\n    return slot',
    'this.count--\n    return this.count > 0 ? this.ring[(this.head + this.count) & (this.ring.length - 1)]! : slot',
  ]),
  queue('growth-shuffles', 'a queue that grows loses its order', 'waiting', [
    'larger[i] = this.ring[(this.head + i) & (this.ring.length - 1)]!',
    'larger[i] = this.ring[i]!',
  ]),
  resource('newest-first', 'a released core or connection goes to the newest waiter', 'audit', [
    'return this.waiting.shift()',
    `{
      for (let older = this.waiting.length - 1; older > 0; older--) this.waiting.push(this.waiting.shift())
      return this.waiting.shift()
    }`,
  ]),
  resource('extra-unit', 'one request in fifty gets a core or connection that is not there', 'audit', [
    'this.used < this.capacity)',
    'this.used < this.capacity || slot % 50 === 49)',
  ]),
  container('overtaking', 'a small demand for memory overtakes a large one', 'timelines', [
    'this.waiting.length === 0 && this.used + amount',
    'this.used + amount',
  ]),
  container('one-grant', 'released memory is granted to one waiter only', 'audit', [
    'if (this.used + amount > this.limit) return -1',
    'if (this.used + amount > this.limit || this.used > 0) return -1',
  ]),

  // Calendar, time, order
  calendar('ties-reversed', 'of equal events the one scheduled last comes first', 'calendar', [
    'this.sequence++',
    'this.sequence--',
  ]),
  calendar('fourth-child', 'the heap overlooks every fourth child', 'calendar', [
    'firstChild + 4 *',
    'firstChild + 3 *',
  ]),
  calendar('wrong-parent', 'the heap takes the wrong parent', 'calendar', ['(i - 1) >> 2', '(i - 1) >> 3']),
  priority('arrival-first', 'an arrival comes before a completion of the same instant', 'instants', [
    'COMPLETION: 2',
    'COMPLETION: 4',
  ]),
  priority('start-before-end', 'an injected event starts before another ends at the same instant', 'reference', [
    'FAULT_END: 0',
    'FAULT_END: 1.5',
  ]),
  simulation(
    'tick-before-events',
    'a sample is taken before the events of its instant',
    'clock',
    ['if (time > this.nextTick)', 'if (time >= this.nextTick)'],
    ['while (nextTick < time)', 'while (nextTick <= time)'],
  ),
  simulation('tick-at-the-end', 'a sample is taken at the end of the run', 'clock', [
    'while (nextTick < time)',
    'while (nextTick <= time)',
  ]),
  simulation('event-at-the-end', 'events at the horizon still happen', 'clock', ['time >= until', 'time > until']),

  // Requests and gauges
  requests('slot-given-twice', 'now and then a slot is free twice', 'audit', [
    'this.free.push(slot)',
    'this.free.push(slot)\n    if (slot % 7 === 6) this.free.push(slot)',
  ]),
  requests('one-too-many', 'one request too many is in flight', 'audit', [
    'return this.used - this.free.length',
    'return this.used - this.free.length + 1',
  ]),
  requests('phase-not-reset', 'a request inherits the times of the one before it', 'audit', [
    'clearPhases(this.phaseTimes',
    'if (slot % 2 === 0) clearPhases(this.phaseTimes',
  ]),
  network('phase-not-closed', 'the last phase of a request is not added up', 'audit', [
    'requests.enter(slot, Phase.NETWORK',
    'if (outcome > 1) requests.enter(slot, Phase.NETWORK',
  ]),
  gauge('integral-unfinished', 'the integral of a gauge ends at its last change', 'gauges', [
    'return this.area + ',
    'return this.area + 0 * ',
  ]),
  gauge('maximum-coarse', 'the maximum of a gauge misses rises by one', 'reference', [
    'if (next > this.maximum) {',
    'if (next > this.maximum + 1) {',
  ]),
  gauge('sample-late', 'samples have the value of after the change', 'gauges', [
    'bucket.sum += value * count',
    'bucket.sum += (value + 1) * count',
  ]),

  // Draws and laws
  threefry('half-a-round', 'the generator leaves out half of its last round', 'generator', [
    '^ c\n\n    this.first',
    '\n\n    this.first',
  ]),
  threefry('wrong-parity', 'the fifth word of the generator’s key is wrong', 'generator', ['0x1bd11bda', '0x1bd11bdb']),
  streams('purpose-ignored', 'arrivals and service of one component share a stream', 'streams', [
    '`${purpose}/${component}`',
    'component',
  ]),
  streams('replication-ignored', 'all replications are the same run', 'streams', [
    '`${this.seed}/${this.replication}`',
    '`${this.seed}`',
  ]),
  draws('endpoints-uneven', 'the first endpoints are chosen more often', 'endpoints', [
    'this.stream.first * count',
    'this.stream.first * this.stream.first * count',
  ]),
  draws('demand-in-turn', 'two steps of one endpoint draw the same demand', 'streams', [
    '`${component}/${endpoint}/${step}`',
    '`${component}/${endpoint}`',
  ]),
  exponential('mirrored', 'quantiles are taken at 1 − u instead of u', 'quantiles', [
    'negativeLn(1 - u)',
    'negativeLn(u)',
  ]),
  exponential('mean-plus-0.1', 'exponential times are 0.1 % too long', 'quantiles', [
    'return this.mean * negativeLn',
    'return 1.001 * this.mean * negativeLn',
  ]),
  clampedNormal('variance-as-deviation', 'a variance is taken for a standard deviation', 'parameters', [
    'Math.sqrt(variance)',
    'variance',
  ]),

  // What is collected
  collect(
    'bucket-closed-left',
    'what ends at a whole second counts in the next one',
    'oracle',
    [
      'if (now > this.second) this.closeSeconds(now)\n    this.outcomes',
      'if (now >= this.second) this.closeSeconds(now)\n    this.outcomes',
    ],
    ['while (this.second < now)', 'while (this.second <= now)'],
  ),
  collect('last-second', 'the last second of a run is not counted', 'oracle', [
    'while (this.second <= now) this.closeSecond()',
    'while (this.second < now) this.closeSecond()',
  ]),
  collect('long-latencies-longer', 'latencies above half a second are reported 3 % too long', 'oracle', [
    'const latency = now - born',
    'const latency = (now - born) * (now - born > 0.5 ? 1.03 : 1)',
  ]),
  collect('lost-time', 'the time of lost requests is forgotten', 'oracle', ['this.lostTime += now - born', '']),
  moments('sample-deviation', 'the standard deviation is that of a sample, not of all', 'oracle', [
    'this.squares.value / this.count -',
    'this.squares.value / (this.count - 1) -',
  ]),
  recorder('first-latency', 'the first request is missing in the percentiles', 'oracle', [
    'let first = 0\n    while (first',
    'let first = 1\n    while (first',
  ]),
  bins('edge-below', 'a latency at the edge of two bins counts in the lower one', 'bins', [
    'value >= this.edges',
    'value > this.edges',
  ]),
  inSystem('in-flight-unfinished', 'who is in flight at the end is missing in Little’s law', 'oracle', [
    'return this.area + this.count * (now - this.since)',
    'return this.area',
  ]),

  // Statistics
  sum('uncompensated', 'a sum forgets its rounding errors', 'sums', [
    'return this.sum + this.compensation',
    'return this.sum',
  ]),
  quantiles('type-6', 'percentiles are of type 6 instead of 7', 'oracle', [
    '(sorted.length - 1) * p',
    'Math.min(sorted.length - 1, Math.max(0, (sorted.length + 1) * p - 1))',
  ]),
  series('maximum-dropped', 'points that are joined forget the larger maximum', 'series', [
    'data[to + MAX] = Math.max(',
    'data[to + MAX] = Math.min(',
  ]),
  series('mean-of-joined', 'points that are joined keep the mean of the first', 'series', [
    '(data[from + MEAN]! + data[from + POINT + MEAN]!) / 2',
    'data[from + MEAN]!',
  ]),
  cells('cell-too-high', 'quantiles of a histogram are one cell too high', 'cells', [
    'return low + (high - low)',
    'return 1.004 * low + (high - low)',
  ]),
  cells('out-of-range', 'too large values are counted nowhere', 'cells', [
    'this.counts.length - 1 : found',
    'this.counts.length : found',
  ]),
  interval('degrees-of-freedom', 'a confidence interval has a degree of freedom too many', 'intervals', [
    'count - 1) * standardError',
    'count) * standardError',
  ]),
  mmc('drain', 'queues empty at the rate of all servers', 'formulas', [
    'servers - load) / service',
    'servers) / service',
  ]),
  erlang('blocked', 'Erlang C forgets who was turned away', 'formulas', [
    'servers - load * (1 - blocked)',
    'servers - load',
  ]),
  mg1('variation', 'Pollaczek and Khinchine without the variation of the service', 'formulas', ['(1 + scv)', '1']),
]

import type { Scenario, ServerSpec } from '../../catalog/specs'
import { Phase } from '../../kernel/network/phase'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { meanOver, sleepOf } from '../../scenario/size/demand'
import { type IntervalRange, type Intervals, intervalsWithin, lengthOf, startOf, sumOver } from '../intervals'
import { phaseNames } from '../phaseTimes'
import type { RunSummary } from '../runResult'
import type { Bottleneck } from './attribution'
import { offeredLoad, type Pressure, utilisation } from './pressure'
import type { Stretch } from './saturations'

/** What the search for the bottleneck looks at. */
export interface Evidence {
  readonly scenario: Scenario
  readonly summary: RunSummary
  readonly intervals: Intervals
  /** The intervals after the warm-up. */
  readonly measured: IntervalRange
  readonly injectedEvents: readonly InjectedEvent[]
  readonly pressures: readonly Pressure[]
  readonly stretches: readonly Stretch[]
}

/** A bottleneck, and the intervals in which it held the run back. */
export interface Finding extends Bottleneck {
  readonly range: IntervalRange
}

/**
 * What held the run back: the first resource that stayed saturated, or what was behind that; else the loss, the event
 * or the latency that did most. Undefined when nothing did.
 */
export function findBottleneck(evidence: Evidence): Finding | undefined {
  return (
    saturated(evidence) ?? outage(evidence) ?? loss(evidence) ?? spike(evidence) ?? edge(evidence) ?? sleep(evidence)
  )
}

/** A resource with less than this part in use is not behind a queue elsewhere. */
const BUSY = 0.8

/** A stretch counts beside the largest one from this part of its waiting on. */
const NOTABLE = 0.2

function saturated(evidence: Evidence): Finding | undefined {
  const { stretches } = evidence
  const waiting = ({ range, pressure }: Stretch) => sumOver(pressure.queue, range)
  const largest = Math.max(0, ...stretches.map(waiting))
  const first = stretches.find((stretch) => waiting(stretch) >= NOTABLE * largest)
  if (first === undefined) return undefined
  const { range, from } = first
  const root = rootOf(evidence, first)
  return (
    behindOutage(evidence, first) ??
    behindBalancing(evidence, root, range) ?? {
      component: root.server,
      resource: root.resource,
      sinceSeconds: from,
      range,
    }
  )
}

/**
 * Requests keep memory while they wait for a core or a connection, so the queue may stand elsewhere than the cause:
 * of the busy resources of the server, the one with the highest offered load is to blame.
 */
export function rootOf(
  { intervals, pressures }: Pick<Evidence, 'intervals' | 'pressures'>,
  { pressure, range }: Stretch,
): Pressure {
  return pressures
    .filter(
      (other) =>
        other.server === pressure.server && (other === pressure || utilisation(intervals, other, range) >= BUSY),
    )
    .reduce((worst, next) =>
      offeredLoad(intervals, next, range) > offeredLoad(intervals, worst, range) ? next : worst,
    )
}

/** With all servers up this one would not have been short: its load came with the outage of another. */
function behindOutage(evidence: Evidence, stretch: Stretch): Finding | undefined {
  const { intervals, injectedEvents, measured } = evidence
  const { pressure, range, to } = stretch
  const outages = injectedEvents.filter(({ kind, target }) => kind === 'server_outage' && target !== pressure.server)
  const calm = intervalIndices(measured).filter(
    (interval) => !outages.some((event) => overlaps(intervals, interval, event)),
  )
  const time = sum(calm.map((interval) => lengthOf(intervals, { first: interval, end: interval + 1 })))
  const came = sum(calm.map((interval) => pressure.arrivals[interval]!))
  if (time > 0 && came / time / pressure.capacity >= NEARLY_FULL) return undefined
  const waited = sumOver(pressure.queue, range)
  const cause = outages.find(({ start, end }) => {
    const since = intervalsWithin(intervals, start, to)
    const until = { first: Math.max(range.first, since.first), end: range.end }
    return start < to && end > stretch.from && sumOver(pressure.queue, until) >= MOSTLY * waited
  })
  return cause && atEvent(intervals, cause, 'outage')
}

/** An offered load from which on a resource is short sooner or later. */
const NEARLY_FULL = 0.95
/** Part of the waiting that has to come after an outage has begun. */
const MOSTLY = 0.5

/** Over the whole run the servers behind the load balancer can do it together, but this one gets more than its part. */
function behindBalancing(evidence: Evidence, root: Pressure, range: IntervalRange): Finding | undefined {
  const { scenario, intervals, measured, pressures, injectedEvents } = evidence
  const { load_balancer: balancer } = scenario.topology_graph.nodes
  if (!balancer) return undefined
  const edges = scenario.topology_graph.edges.filter(({ source }) => source === balancer.id)
  const isOut = (id: string) =>
    injectedEvents.some(
      ({ kind, target, start, end }) =>
        kind === 'server_outage' &&
        target === id &&
        start < startOf(intervals, range.end) &&
        end > startOf(intervals, range.first),
    )
  const targets = new Set(edges.map(({ target }) => target).filter((id) => !isOut(id)))
  if (!targets.has(root.server) || targets.size < 2) return undefined
  const group = pressures.filter(({ server, resource }) => targets.has(server) && resource === root.resource)
  // A server that nobody asks for this resource could take everything.
  const capacity = group.length < targets.size ? Number.POSITIVE_INFINITY : sum(group.map((one) => one.capacity))
  const load = sum(group.map((one) => offeredLoad(intervals, one, measured) * one.capacity)) / capacity
  if (load >= 1 || offeredLoad(intervals, root, measured) < MUCH_MORE * load) return undefined
  return { component: balancer.id, resource: 'balancing', sinceSeconds: startOf(intervals, range.first), range }
}

/** Offered load over that of all servers together, from which on a server has more than its part. */
const MUCH_MORE = 1.25

/** An outage raised latencies or cost requests, although nothing stayed saturated. */
function outage(evidence: Evidence): Finding | undefined {
  return worstEvent(evidence, 'server_outage', 'outage')
}

/** A spike raised latencies. */
function spike(evidence: Evidence): Finding | undefined {
  return worstEvent(evidence, 'network_spike', 'network')
}

/** An event is to blame if it makes requests longer by this part of the usual latency, */
const WORSE = 0.25
/** or this part of the requests found no server. */
const REFUSED = 0.01

/**
 * The first event of a kind that made requests slower, or cost some. A spike keeps them on edges; of an outage, while
 * there is a spike as well, only what it does at the servers counts.
 */
function worstEvent(evidence: Evidence, kind: InjectedEvent['kind'], resource: Bottleneck['resource']) {
  const { intervals, injectedEvents, measured } = evidence
  const ofKind = injectedEvents.filter((event) => event.kind === kind)
  const calm = intervalIndices(measured).filter(
    (interval) => !ofKind.some((event) => overlaps(intervals, interval, event)),
  )
  const usual = meanLatency(intervals, calm)
  const spikes = injectedEvents.filter((event) => event.kind === 'network_spike')
  const guilty = ofKind.filter((event) => {
    if (kind === 'server_outage' && !isBalanced(evidence, event.target)) return false
    const during = intervalIndices(measured).filter((interval) => overlaps(intervals, interval, event))
    const completed = sum(during.map((i) => intervals.completed[i]!))
    const refused = sum(during.map((i) => intervals.noServerUp[i]!))
    const ended = completed + refused + sum(during.map((i) => intervals.dropped[i]!))
    if (kind === 'server_outage' && refused >= REFUSED * ended && refused > 0) return true
    const isSpiked = during.some((interval) => spikes.some((spike) => overlaps(intervals, interval, spike)))
    const delay = kind === 'network_spike' ? networkTime : isSpiked ? timeAtServers : meanLatency
    const longer = Math.min(delay(intervals, during) - delay(intervals, calm), event.spike ?? Number.POSITIVE_INFINITY)
    return completed >= FEWEST && usual > 0 && longer >= WORSE * usual
  })
  const [first] = guilty.sort((a, b) => a.start - b.start)
  return first && atEvent(intervals, first, resource)
}

/** Whether the outage of a server changes anything: nobody but a load balancer knows of it. */
function isBalanced({ scenario: { topology_graph: graph } }: Evidence, server: string): boolean {
  return graph.edges.some(({ source, target }) => source === graph.nodes.load_balancer?.id && target === server)
}

/** An edge loses this part of what is sent over it: three times what it loses when the scenario does not say. */
const LOSING = 0.03

function loss({ summary, intervals, measured }: Evidence): Finding | undefined {
  const losing = Object.entries(summary.edges).filter(([, { sent, lost }]) => sent >= FEWEST && lost >= LOSING * sent)
  if (losing.length === 0) return undefined
  const [component] = losing.reduce((worst, next) => (next[1].lost > worst[1].lost ? next : worst))
  const lost = intervals.counters.find((counter) => counter.component === component && counter.name === 'lost')!.count
  const first = intervalIndices(measured).find((interval) => lost[interval]! > 0) ?? measured.first
  return { component, resource: 'loss', sinceSeconds: startOf(intervals, first), range: { first, end: measured.end } }
}

/** With fewer requests a share or a mean tells nothing. */
const FEWEST = 30

/** An edge is slow on which a request spends half of its time, and longer than a person notices [s]. */
const MOST = 0.5
const SLOW_EDGE = 0.05
/** Work is slow that takes longer than people wait without losing the thread [s] (Nielsen, "Response times", 1993). */
const SLOW_WORK = 1

function edge({ summary, intervals, measured }: Evidence): Finding | undefined {
  const { mean, count } = summary.latency
  if (mean === null) return undefined
  // Per completed request: an edge that only some of them take weighs as much less.
  const spent = Object.entries(summary.edges).map(
    ([component, { sent, lost, latency }]) =>
      [component, latency ?? 0, ((latency ?? 0) * (sent - lost)) / count] as const,
  )
  const slow = spent.filter(([, latency, perRequest]) => latency >= SLOW_EDGE && perRequest >= MOST * mean)
  if (slow.length === 0) return undefined
  const [component] = slow.reduce((worst, next) => (next[2] > worst[2] ? next : worst))
  return { component, resource: 'network', sinceSeconds: startOf(intervals, measured.first), range: measured }
}

function sleep({ scenario, summary, intervals, measured }: Evidence): Finding | undefined {
  const { phases, latency } = summary
  if (phases === undefined || latency.mean === null) return undefined
  const asleep = sum(phaseNames.filter((name) => name.startsWith('io_')).map((name) => phases[name]))
  if (asleep < SLOW_WORK || asleep < MOST * latency.mean) return undefined
  // By what they do there: the gauge of those asleep has background tasks, too.
  const asleepAt = ({ id, endpoints }: ServerSpec) => summary.servers[id]!.answers * meanOver(endpoints, sleepOf)
  const { id: component } = scenario.topology_graph.nodes.servers.reduce((worst, next) =>
    asleepAt(next) > asleepAt(worst) ? next : worst,
  )
  return { component, resource: 'io', sinceSeconds: startOf(intervals, measured.first), range: measured }
}

function atEvent(intervals: Intervals, event: InjectedEvent, resource: Bottleneck['resource']): Finding {
  const { target: component, start, end } = event
  return { component, resource, sinceSeconds: start, range: intervalsWithin(intervals, start, end) }
}

/** Mean latency of the requests completed in these intervals [s]; 0 without any. */
export function meanLatency(intervals: Intervals, indices: readonly number[]): number {
  return meanTime(intervals, indices, 0, phaseNames.length)
}

/** The part of it that was spent on edges. */
function networkTime(intervals: Intervals, indices: readonly number[]): number {
  return meanTime(intervals, indices, Phase.NETWORK, Phase.NETWORK + 1)
}

function timeAtServers(intervals: Intervals, indices: readonly number[]): number {
  return meanLatency(intervals, indices) - networkTime(intervals, indices)
}

/** Mean time that the requests completed in these intervals spent in the phases from `first` to before `end` [s]. */
function meanTime({ completed, phases }: Intervals, indices: readonly number[], first: number, end: number): number {
  let count = 0
  let time = 0
  for (const interval of indices) {
    count += completed[interval]!
    for (let phase = first; phase < end; phase++) time += phases[interval * phaseNames.length + phase]!
  }
  return count === 0 ? 0 : time / count
}

export function intervalIndices({ first, end }: IntervalRange): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i)
}

function overlaps(intervals: Intervals, interval: number, { start, end }: InjectedEvent): boolean {
  return startOf(intervals, interval) < end && intervals.ends[interval]! > start
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

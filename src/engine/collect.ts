import type { ObjectiveSpec } from '../catalog/specs'
import type { Gauge } from '../kernel/network/gauge'
import type { Network } from '../kernel/network/network'
import { Outcome } from '../kernel/network/outcome'
import { PHASES } from '../kernel/network/phase'
import type { Probe } from '../kernel/network/probe'
import type { Requests } from '../kernel/network/requests'
import { pointsPerGauge, type RunLimits } from '../scenario/size/limits'
import { CompensatedSum } from '../stats/compensatedSum'
import { DecimatingSeries } from '../stats/decimatingSeries'
import { DurationTally } from '../stats/durationTally'
import { LogLinearHistogram } from '../stats/logLinearHistogram'
import { PointSeries, type SeriesColumns } from '../stats/pointSeries'
import { AnatomyTable, type PercentileBand } from './anatomy'
import type { AssembledNetwork } from './assemble'
import type { NamedGauge } from './gauges'
import { InSystem } from './inSystem'
import { IntervalRecorder, type NamedCounter } from './intervalRecorder'
import type { Intervals } from './intervals'
import { binnedHistogram, exactHistogram } from './latencyBins'
import { exactQuantiles, LatencyMoments, summarizeLatency } from './latencyStatistics'
import type { Measured } from './measured'
import { ObjectiveCounter } from './objectives'
import { phaseTimesOf } from './phaseTimes'
import { RequestRecorder } from './requestRecorder'
import type {
  EdgeSummary,
  EndpointSummary,
  GaugeName,
  GaugeSummary,
  LatencyHistogram,
  LatencySummary,
  RequestLog,
  RunSummary,
  SeriesName,
  ServerSummary,
  TimeSeries,
  WarmUp,
} from './runResult'

/** What had been counted when the warm-up ended; all zeros if there was none. */
interface Start {
  /** [s] */
  readonly time: number
  /** Integrals of the gauges, in their order. */
  readonly integrals: readonly number[]
  readonly inSystem: number
  readonly lostTime: number
  /** What the requests in flight had spent by then [s]. */
  readonly age: number
  readonly arrivals: readonly number[]
  readonly answers: readonly number[]
  readonly sent: readonly number[]
  /** Time on each edge, together [s]. */
  readonly travelTime: readonly number[]
  readonly lost: readonly number[]
}

/** Listens to a run and keeps what its result needs, in bounded memory. */
export class Collector implements Probe {
  private readonly outcomes: Float64Array
  private readonly log: RequestRecorder
  private moments = new LatencyMoments()
  private readonly cells = new LogLinearHistogram()
  private readonly anatomy = new AnatomyTable()
  readonly inSystem: InSystem
  /** Time in the system of requests that ended without an answer, in all [s]. */
  private lostTime = 0
  private readonly cost = new CompensatedSum()
  private readonly offered: DecimatingSeries
  private readonly completed: DecimatingSeries
  private second = 1
  private offeredInSecond = 0
  private completedInSecond = 0
  /** Null until a whole second was measured. */
  private largestThroughput: number | null = null
  /** Those of which the scenario asks for samples. */
  private sampledGauges: readonly NamedGauge[] = []
  private readonly samplesOf = new Map<Gauge, PointSeries>()
  private assembled!: AssembledNetwork
  private intervals!: IntervalRecorder
  private objectives: readonly ObjectiveCounter[] = []
  private start!: Start

  constructor(
    private readonly edgeIds: readonly string[],
    private readonly limits: RunLimits,
  ) {
    this.outcomes = new Float64Array(Outcome.FIRST_LINK + edgeIds.length)
    this.inSystem = new InSystem(limits.inFlight / 100)
    this.log = new RequestRecorder(limits.requests, limits.requestPhases)
    this.offered = new DecimatingSeries(limits.seriesPoints)
    this.completed = new DecimatingSeries(limits.seriesPoints)
    this.anatomy.reset(this.cells.counts.length)
  }

  /** Observes this network from now on: holds it against the objectives, and keeps samples of the gauges named so. */
  observe(
    network: Network,
    assembled: AssembledNetwork,
    objectives: readonly ObjectiveSpec[],
    sampled: ReadonlySet<GaugeName>,
  ): void {
    const lost = this.edgeIds.map(
      (component, i): NamedCounter => ({ component, name: 'lost', read: () => this.lostOn(i) }),
    )
    this.assembled = assembled
    const visited = assembled.servers.map(({ spec, model: { address } }) => ({ spec, address }))
    this.objectives = objectives.map((spec) => new ObjectiveCounter(spec, visited))
    this.intervals = new IntervalRecorder(assembled.gauges, [...assembled.counters, ...lost], this.objectives)
    this.start = this.startNow(network)
    this.sampledGauges = assembled.gauges.filter(({ metric }) => sampled.has(metric))
    const points = pointsPerGauge(this.limits, this.sampledGauges.length)
    for (const { gauge } of this.sampledGauges) {
      if (this.samplesOf.has(gauge)) continue
      const series = new PointSeries(points)
      this.samplesOf.set(gauge, series)
      network.gauges.keepSamples(gauge, series)
    }
  }

  generated(now: number): void {
    if (now > this.second) this.closeSeconds(now)
    this.offeredInSecond++
    this.inSystem.change(1, now)
  }

  ended(requests: Requests, slot: number, now: number, outcome: number): void {
    if (now > this.second) this.closeSeconds(now)
    this.outcomes[outcome]!++
    this.inSystem.change(-1, now)
    const born = requests.born[slot]!
    const { phaseTimes } = requests
    const first = slot * PHASES
    this.log.add(requests.ordinal[slot]!, born, now, outcome, phaseTimes, first)
    for (const objective of this.objectives) objective.ended(requests, slot, now - born, outcome)
    if (outcome !== Outcome.COMPLETED) {
      this.lostTime += now - born
      return
    }
    const latency = now - born
    this.moments.add(latency)
    this.anatomy.add(this.cells.add(latency), phaseTimes, first)
    this.completedInSecond++
  }

  /** Ends an interval of the run. */
  closeInterval(network: Network): void {
    this.intervals.close(network, {
      outcomes: this.outcomes,
      inSystem: this.inSystem,
      latencies: this.cells,
      phaseTotals: this.anatomy.totals(this.cells),
    })
  }

  /** The warm-up is over: figures are counted from here. Comes right after the end of an interval. */
  restart(network: Network): void {
    this.moments = new LatencyMoments()
    this.cells.clear()
    this.anatomy.reset(this.cells.counts.length)
    this.largestThroughput = null
    for (const objective of this.objectives) objective.reset()
    this.intervals.restart()
    network.gauges.forgetPeaks()
    for (const { cpuWait, cpuService, endpoints } of this.assembled.servers) {
      for (const tally of [cpuWait, cpuService, ...endpoints.values()]) tally.reset()
    }
    this.start = this.startNow(network)
  }

  private startNow({ simulation: { now }, requests }: Network): Start {
    const { servers, links, gauges: named } = this.assembled
    return {
      time: now,
      integrals: named.map(({ gauge }) => gauge.integral(now)),
      inSystem: this.inSystem.integral(now),
      lostTime: this.lostTime,
      age: requests.ageOfInFlight(now),
      arrivals: servers.map(({ model }) => model.arrivals),
      answers: servers.map(({ model }) => model.answers),
      sent: links.map(({ sent }) => sent),
      travelTime: links.map(({ travelTime }) => travelTime),
      lost: this.edgeIds.map((_, i) => this.lostOn(i)),
    }
  }

  private lostOn(edge: number): number {
    return this.outcomes[Outcome.FIRST_LINK + edge]!
  }

  spent(usd: number): void {
    this.cost.add(usd)
  }

  /** Closes every whole second (a, b] that ended before `now`, so that an event at b still counts in it. */
  private closeSeconds(now: number): void {
    while (this.second < now) this.closeSecond()
  }

  private closeSecond(): void {
    this.offered.push(this.offeredInSecond)
    this.completed.push(this.completedInSecond)
    // A second in which the warm-up ended is not whole.
    const isMeasured = this.second - 1 >= this.start.time
    if (isMeasured) this.largestThroughput = Math.max(this.largestThroughput ?? 0, this.completedInSecond)
    this.offeredInSecond = 0
    this.completedInSecond = 0
    this.second++
  }

  /** Closes the books at the end of the run: a second that ends with it is whole. */
  close(network: Network): void {
    const { now } = network.simulation
    while (this.second <= now) this.closeSecond()
    this.closeInterval(network)
  }

  /** Latency figures so far, from the histogram. */
  currentLatency(): LatencySummary {
    return summarizeLatency(this.moments, (p) => this.cells.quantile(p), 'histogram')
  }

  currentHistogram(): LatencyHistogram {
    const { size, min, max } = this.moments
    return size === 0 ? exactHistogram(new Float64Array()) : binnedHistogram(this.cells, min, max)
  }

  /** Latency figures and histogram at the end: exact if every request was kept and at most `maxExact` completed. */
  finalLatency(maxExact: number): { latency: LatencySummary; histogram: LatencyHistogram } {
    if (this.log.truncated || this.moments.size > maxExact)
      return { latency: this.currentLatency(), histogram: this.currentHistogram() }
    const sorted = this.log.latencies(this.start.time).sort()
    return {
      latency: summarizeLatency(this.moments, exactQuantiles(sorted), 'exact'),
      histogram: exactHistogram(sorted),
    }
  }

  summary(network: Network, latency: LatencySummary, warmUp: WarmUp, statesCost: boolean): RunSummary {
    const { now } = network.simulation
    const duration = now - this.start.time
    const completed = this.outcomes[Outcome.COMPLETED]!
    const droppedByEdge: Record<string, number> = Object.create(null)
    let dropped = 0
    this.edgeIds.forEach((id, i) => {
      const lost = this.lostOn(i)
      dropped += lost
      if (lost > 0) droppedByEdge[id] = lost
    })
    const total = this.cost.value
    return {
      warmUp,
      requests: {
        generated: network.requests.generated,
        completed,
        inFlight: network.requests.inFlight,
        outcomes: { completed, dropped, no_server_up: this.outcomes[Outcome.NO_SERVER_UP]! },
        droppedByEdge,
      },
      latency,
      ...(latency.count > 0 && { phases: phaseTimesOf(this.anatomy.totals(this.cells), 0, latency.count) }),
      throughput: { mean: duration > 0 ? latency.count / duration : 0, max: this.largestThroughput },
      components: this.summarizeGauges(network),
      servers: this.summarizeServers(duration),
      edges: this.summarizeEdges(),
      objectives: this.objectives.map((objective) => objective.result(duration)),
      ...(statesCost && {
        llmCost: {
          total,
          perRequest: completed > 0 ? total / completed : null,
          perHour: now > 0 ? (total / now) * 3600 : 0,
        },
      }),
    }
  }

  /** What the run has counted besides its summary, since the end of the warm-up. */
  measured({ simulation: { now }, requests }: Network): Omit<Measured, 'end' | 'summary'> {
    const { start } = this
    return {
      simulatedSeconds: now - start.time,
      inSystemArea: this.inSystem.integral(now) - start.inSystem,
      lostTime: this.lostTime - start.lostTime,
      unfinishedTime: requests.ageOfInFlight(now) - start.age,
      arrivals: new Map(
        this.assembled.servers.map(({ spec, model }, i) => [spec.id, model.arrivals - start.arrivals[i]!]),
      ),
    }
  }

  private summarizeGauges({ simulation: { now } }: Network): RunSummary['components'] {
    const { time, integrals } = this.start
    // Ids are the user's words; a null prototype keeps `__proto__` an ordinary key.
    const components: Record<string, Partial<Record<GaugeName, GaugeSummary>>> = Object.create(null)
    this.assembled.gauges.forEach(({ component, metric, gauge, scale }, i) => {
      const { peak } = gauge
      components[component] ??= {}
      components[component][metric] = {
        mean: now > time ? ((gauge.integral(now) - integrals[i]!) / (now - time)) * scale : 0,
        max: peak.value * scale,
        maxAt: peak.at,
      }
    })
    return components
  }

  private summarizeServers(duration: number): RunSummary['servers'] {
    const servers: Record<string, ServerSummary> = Object.create(null)
    this.assembled.servers.forEach(({ spec, model, cpuWait, cpuService, endpoints: tallies }, i) => {
      const endpoints: Record<string, EndpointSummary> = Object.create(null)
      const all = new DurationTally()
      for (const [name, tally] of tallies) {
        const time = tally.spread
        all.addAll(tally)
        endpoints[name] = { throughput: duration > 0 ? time.count / duration : 0, time }
      }
      servers[spec.id] = {
        arrivals: model.arrivals - this.start.arrivals[i]!,
        answers: model.answers - this.start.answers[i]!,
        cpuWait: cpuWait.spread,
        cpuService: cpuService.spread,
        time: all.spread,
        endpoints,
      }
    })
    return servers
  }

  private summarizeEdges(): RunSummary['edges'] {
    const edges: Record<string, EdgeSummary> = Object.create(null)
    this.assembled.links.forEach(({ id, sent, travelTime }, i) => {
      const total = sent - this.start.sent[i]!
      const lost = this.lostOn(i) - this.start.lost[i]!
      const time = travelTime - this.start.travelTime[i]!
      edges[id] = { sent: total, lost, latency: total > lost ? time / (total - lost) : null }
    })
    return edges
  }

  /** All time series, joined further to at most `maxPoints` points each. */
  series(samplePeriod: number, maxPoints = this.limits.seriesPoints): TimeSeries[] {
    const view = (
      metric: SeriesName,
      component: string,
      period: number,
      { samplesPerPoint, lastSample, min, max, mean }: SeriesColumns,
    ): TimeSeries => {
      const time = lastSample.map((sample) => wholeNanoseconds(sample * period))
      return { metric, component, samplesPerPoint, samplePeriod: period, time, min, max, mean }
    }
    return [
      view('offered', '', 1, this.offered.columns(maxPoints)),
      view('completed', '', 1, this.completed.columns(maxPoints)),
      ...this.sampledGauges.map(({ metric, component, gauge, scale }) => {
        const columns = this.samplesOf.get(gauge)!.columns(gauge.openBucket, maxPoints, scale)
        return view(metric, component, samplePeriod, columns)
      }),
    ]
  }

  /** The intervals that have ended. */
  get closedIntervals(): Intervals {
    return this.intervals.intervals()
  }

  percentileBands(): PercentileBand[] {
    return this.anatomy.bands(this.cells)
  }

  requestLog(): RequestLog {
    return this.log.toLog(['completed', 'no_server_up', ...this.edgeIds.map((id) => `dropped:${id}`)])
  }
}

/** A time as it is written [s]: 7 rather than 7.000000000000001, which is 100 times 0.07. */
function wholeNanoseconds(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9
}

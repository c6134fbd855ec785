import type { GaugeSampler } from '../kernel/network/gauges'
import type { Network } from '../kernel/network/network'
import { Outcome } from '../kernel/network/outcome'
import { PHASES } from '../kernel/network/phase'
import type { Probe } from '../kernel/network/probe'
import type { Requests } from '../kernel/network/requests'
import { pointsPerGauge, type RunLimits } from '../scenario/size/limits'
import { CompensatedSum } from '../stats/compensatedSum'
import { DecimatingSeries } from '../stats/decimatingSeries'
import { LogLinearHistogram } from '../stats/logLinearHistogram'
import type { NamedGauge } from './assemble'
import { InSystem } from './inSystem'
import { binnedHistogram, exactHistogram } from './latencyBins'
import { exactQuantiles, LatencyMoments, summarizeLatency } from './latencyStatistics'
import { RequestRecorder } from './requestRecorder'
import type {
  GaugeName,
  GaugeSummary,
  LatencyHistogram,
  LatencySummary,
  PhaseTimes,
  RequestLog,
  RunSummary,
  SeriesName,
  TimeSeries,
} from './runResult'

interface SampledGauge extends NamedGauge {
  readonly series: DecimatingSeries
}

/** Listens to a run and keeps what its result needs, in bounded memory. */
export class Collector implements Probe, GaugeSampler {
  private readonly outcomes: Float64Array
  private readonly log: RequestRecorder
  private readonly moments = new LatencyMoments()
  private readonly cells = new LogLinearHistogram()
  /** Time that the completed requests spent in each phase [s]. */
  private readonly phaseTotals = new Float64Array(PHASES)
  readonly inSystem: InSystem
  /** Time in the system of requests that ended without an answer, in all [s]. */
  lostTime = 0
  private readonly cost = new CompensatedSum()
  private readonly offered: DecimatingSeries
  private readonly completed: DecimatingSeries
  private second = 1
  private offeredInSecond = 0
  private completedInSecond = 0
  private largestThroughput = 0
  /** Indexed by gauge; undefined where the scenario asks for no samples. */
  private sampledGauges: (SampledGauge | undefined)[] = []

  constructor(
    private readonly edgeIds: readonly string[],
    private readonly limits: RunLimits,
  ) {
    this.outcomes = new Float64Array(Outcome.FIRST_LINK + edgeIds.length)
    this.inSystem = new InSystem(limits.inFlight / 100)
    this.log = new RequestRecorder(limits.requests)
    this.offered = new DecimatingSeries(limits.seriesPoints)
    this.completed = new DecimatingSeries(limits.seriesPoints)
  }

  /** Keeps samples of these gauges from now on. */
  sample(gauges: readonly NamedGauge[]): void {
    this.sampledGauges = []
    const points = pointsPerGauge(this.limits, gauges.length)
    for (const named of gauges) this.sampledGauges[named.gauge] = { ...named, series: new DecimatingSeries(points) }
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
    this.log.add(requests.ordinal[slot]!, born, now, outcome)
    if (outcome !== Outcome.COMPLETED) {
      this.lostTime += now - born
      return
    }
    const latency = now - born
    this.moments.add(latency)
    this.cells.add(latency)
    this.completedInSecond++
    const { phaseTotals } = this
    const { phaseTimes } = requests
    for (let phase = 0, at = slot * PHASES; phase < PHASES; phase++, at++) phaseTotals[phase]! += phaseTimes[at]!
  }

  spent(usd: number): void {
    this.cost.add(usd)
  }

  sampled(gauge: number, value: number, ticks: number): void {
    this.sampledGauges[gauge]?.series.push(value, ticks)
  }

  /** Closes every whole second (a, b] that ended before `now`, so that an event at b still counts in it. */
  private closeSeconds(now: number): void {
    while (this.second < now) this.closeSecond()
  }

  private closeSecond(): void {
    this.offered.push(this.offeredInSecond)
    this.completed.push(this.completedInSecond)
    if (this.completedInSecond > this.largestThroughput) this.largestThroughput = this.completedInSecond
    this.offeredInSecond = 0
    this.completedInSecond = 0
    this.second++
  }

  /** Closes the books at the end of the run: a second that ends with it is whole. */
  close(network: Network): void {
    const { now } = network.simulation
    while (this.second <= now) this.closeSecond()
    network.gauges.flush()
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
    const sorted = this.log.latencies(Outcome.COMPLETED).sort()
    return {
      latency: summarizeLatency(this.moments, exactQuantiles(sorted), 'exact'),
      histogram: exactHistogram(sorted),
    }
  }

  summary(network: Network, gauges: readonly NamedGauge[], latency: LatencySummary, statesCost: boolean): RunSummary {
    const { now } = network.simulation
    const completed = this.outcomes[Outcome.COMPLETED]!
    const droppedByEdge: Record<string, number> = Object.create(null)
    let dropped = 0
    this.edgeIds.forEach((id, i) => {
      const lost = this.outcomes[Outcome.FIRST_LINK + i]!
      dropped += lost
      if (lost > 0) droppedByEdge[id] = lost
    })
    const total = this.cost.value
    return {
      requests: {
        generated: network.requests.generated,
        completed,
        inFlight: network.requests.inFlight,
        outcomes: { completed, dropped, no_server_up: this.outcomes[Outcome.NO_SERVER_UP]! },
        droppedByEdge,
      },
      latency,
      ...(completed > 0 && { phases: this.meanPhases(completed) }),
      throughput: { mean: now > 0 ? completed / now : 0, max: this.largestThroughput },
      components: summarizeGauges(network, gauges),
      ...(statesCost && {
        llmCost: {
          total,
          perRequest: completed > 0 ? total / completed : null,
          perHour: now > 0 ? (total / now) * 3600 : 0,
        },
      }),
    }
  }

  private meanPhases(completed: number): PhaseTimes {
    const [network, ramWait, cpuWait, cpu, poolWait, ioWait, ioCache, ioDb, ioLlm] = this.phaseTotals.map(
      (total) => total / completed,
    )
    return {
      network: network!,
      ram_wait: ramWait!,
      cpu_wait: cpuWait!,
      cpu_service: cpu!,
      db_pool_wait: poolWait!,
      io_wait: ioWait!,
      io_cache: ioCache!,
      io_db: ioDb!,
      io_llm: ioLlm!,
    }
  }

  /** All time series, joined further to at most `maxPoints` points each. */
  series(samplePeriod: number, maxPoints = this.limits.seriesPoints): TimeSeries[] {
    const view = (metric: SeriesName, component: string, period: number, series: DecimatingSeries): TimeSeries => {
      const { samplesPerPoint, lastSample, min, max, mean } = series.columns(maxPoints)
      const time = lastSample.map((sample) => sample * period)
      return { metric, component, samplesPerPoint, samplePeriod: period, time, min, max, mean }
    }
    return [
      view('offered', '', 1, this.offered),
      view('completed', '', 1, this.completed),
      ...this.sampledGauges
        .filter((gauge) => gauge !== undefined)
        .map(({ metric, component, series }) => view(metric, component, samplePeriod, series)),
    ]
  }

  requestLog(): RequestLog {
    return this.log.toLog(['completed', 'no_server_up', ...this.edgeIds.map((id) => `dropped:${id}`)])
  }
}

function summarizeGauges(network: Network, gauges: readonly NamedGauge[]): RunSummary['components'] {
  const { now } = network.simulation
  // Ids are the user's words; a null prototype keeps `__proto__` an ordinary key.
  const components: Record<string, Partial<Record<GaugeName, GaugeSummary>>> = Object.create(null)
  for (const { component, metric, gauge } of gauges) {
    components[component] ??= {}
    components[component][metric] = {
      mean: now > 0 ? network.gauges.integralOf(gauge, now) / now : 0,
      max: network.gauges.maximumOf(gauge),
    }
  }
  return components
}

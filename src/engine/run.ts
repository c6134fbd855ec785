import type { SampledMetricName, Scenario } from '../catalog/specs'
import { Network } from '../kernel/network/network'
import type { DrawSource } from '../kernel/random/draws'
import { StreamedDraws } from '../kernel/random/streamedDraws'
import { scenarioHash } from '../scenario/canonical'
import { injectedEvents } from '../scenario/injectedEvents'
import { RUN_LIMITS, type RunLimits } from '../scenario/size/limits'
import { type AssembledNetwork, assemble } from './assemble'
import { Collector } from './collect'
import { findInstability } from './instability'
import type { Measured } from './measured'
import type { Instability, RunResult, RunView } from './runResult'
import { checkSanity } from './sanity'

export interface RunOptions {
  readonly scenario: Scenario
  readonly scenarioName: string
  /** 0 … 2³² − 1. */
  readonly seed: number
  /** 0, 1, 2, …: independent repetitions under one seed. Default 0. */
  readonly replication?: number
  readonly appVersion: string
  /** Where the draws come from; by default streams under seed and replication. */
  readonly draws?: DrawSource
  readonly limits?: RunLimits
}

/**
 * One replication of a scenario. Driven in slices by {@link advance}; the result does not depend
 * on how it was sliced.
 */
export class Run {
  readonly network: Network
  private readonly collector: Collector
  private readonly assembled: AssembledNetwork
  private readonly limits: RunLimits
  private readonly horizon: number
  private readonly statesCost: boolean
  private unstable = false

  constructor(private readonly options: RunOptions) {
    const { scenario, seed, replication = 0, draws = new StreamedDraws(seed, replication) } = options
    const { sim_settings, topology_graph } = scenario
    this.limits = options.limits ?? RUN_LIMITS
    this.horizon = sim_settings.total_simulation_time
    this.statesCost = hasCost(scenario)
    this.collector = new Collector(
      topology_graph.edges.map((edge) => edge.id),
      this.limits,
    )
    this.network = new Network(this.collector, this.collector)
    this.assembled = assemble(scenario, this.network, draws)
    const enabled = new Set<SampledMetricName>(sim_settings.enabled_sample_metrics)
    const sampled = this.assembled.gauges.filter(({ metric }) => enabled.has(metric))
    this.collector.sample(sampled)
    if (sampled.length > 0) this.network.simulation.startClock(sim_settings.sample_period_s, this.network.gauges)
  }

  /** Simulated time reached [s]. */
  get now(): number {
    return this.network.simulation.now
  }

  get events(): number {
    return this.network.simulation.events
  }

  /**
   * Runs at most `maxEvents` further events; returns whether the run goes on: it is neither at its horizon nor
   * unstable. The number in the system is looked at after fixed numbers of events, so that slices make no difference.
   */
  advance(maxEvents: number): boolean {
    const { simulation, requests } = this.network
    for (let left = maxEvents; left > 0 && !this.unstable; ) {
      const events = Math.min(left, EVENTS_PER_LOOK - (simulation.events % EVENTS_PER_LOOK))
      if (!simulation.step(this.horizon, events)) return false
      left -= events
      if (simulation.events % EVENTS_PER_LOOK === 0) this.unstable = requests.inFlight > this.limits.inFlight
    }
    return !this.unstable
  }

  /** Runs until it is over, in slices of so many events; they keep V8's optimised code fresh and change nothing. */
  toEnd(eventsPerSlice = 100_000): void {
    while (this.advance(eventsPerSlice)) {
      // All is done by advancing.
    }
  }

  /** The run as it stands, with at most `maxPoints` points per time series. */
  view(maxPoints: number): RunView {
    const latency = this.collector.currentLatency()
    this.network.gauges.flush()
    return {
      simulatedSeconds: this.now,
      horizon: this.horizon,
      events: this.events,
      summary: this.collector.summary(this.network, this.assembled.gauges, latency, this.statesCost),
      histogram: this.collector.currentHistogram(),
      series: this.collector.series(this.options.scenario.sim_settings.sample_period_s, maxPoints),
    }
  }

  /**
   * Ends the run where it stands. `wallSeconds` is what it took, measured by whoever drove it.
   * Sorting the latencies of a run that was cancelled must not keep the person waiting: beyond
   * {@link EXACT_WHEN_CANCELLED} requests its percentiles come from the histogram.
   */
  finish(wallSeconds: number): RunResult {
    const { scenario, scenarioName, appVersion, seed, replication = 0 } = this.options
    this.collector.close(this.network)
    this.network.verify()
    const end = this.unstable ? 'unstable' : this.now >= this.horizon ? 'horizon' : 'cancelled'
    const { latency, histogram } = this.collector.finalLatency(
      end === 'cancelled' ? EXACT_WHEN_CANCELLED : Number.POSITIVE_INFINITY,
    )
    const summary = this.collector.summary(this.network, this.assembled.gauges, latency, this.statesCost)
    return {
      identity: { appVersion, scenarioName, scenarioHash: scenarioHash(scenario), seed, replication },
      simulatedSeconds: this.now,
      horizon: this.horizon,
      end,
      ...(end === 'unstable' && { instability: this.instability() }),
      events: this.events,
      summary,
      sanity: checkSanity(scenario, { ...this.measured(), end, summary }),
      histogram,
      series: this.collector.series(scenario.sim_settings.sample_period_s),
      requests: this.collector.requestLog(),
      injectedEvents: injectedEvents(scenario),
      performance: { wallSeconds, events: this.events },
    }
  }

  private measured(): Omit<Measured, 'end' | 'summary'> {
    const { now, network, collector, assembled } = this
    return {
      simulatedSeconds: now,
      inSystemArea: collector.inSystem.integral(now),
      lostTime: collector.lostTime,
      unfinishedTime: network.requests.ageOfInFlight(now),
      arrivals: assembled.arrivals(),
    }
  }

  private instability(): Instability {
    return findInstability(this.assembled.places, this.network.requests.inFlight, this.collector.inSystem.largeSince)
  }
}

/** Runs a scenario to its end in one go. */
export function runToEnd(options: RunOptions): RunResult {
  const run = new Run(options)
  run.toEnd()
  return run.finish(0)
}

/** Few enough that the columns of requests, 2¹⁹ long, need not grow between the bound and the look that finds it. */
const EVENTS_PER_LOOK = 8_192
const EXACT_WHEN_CANCELLED = 200_000

function hasCost(scenario: Scenario): boolean {
  return scenario.topology_graph.nodes.servers.some((server) =>
    server.endpoints.some((endpoint) => endpoint.steps.some((step) => step.kind === 'io_llm' && step.llm_cost)),
  )
}

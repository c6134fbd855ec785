import type { Scenario } from '../catalog/specs'
import { Network } from '../kernel/network/network'
import type { DrawSource } from '../kernel/random/draws'
import { StreamedDraws } from '../kernel/random/streamedDraws'
import { scenarioHash } from '../scenario/canonical'
import { injectedEvents } from '../scenario/injectedEvents'
import { RUN_LIMITS, type RunLimits } from '../scenario/size/limits'
import { needsPilot } from '../scenario/size/pilot'
import { type AssembledNetwork, assemble } from './assemble'
import { attribute } from './attribution/attribute'
import { Collector } from './collect'
import { findInstability } from './instability'
import { Borders } from './intervalRecorder'
import type { GaugeName, Instability, RunResult, RunView, WarmUp } from './runResult'
import { checkSanity } from './sanity'
import { FROM_THE_BEGINNING, statedWarmUp, UNDECIDED, warmUpOf, withoutWarmUp } from './warmUp'

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
  /** The same run once before, to find out how long its warm-up is; gone when it is known. */
  private pilot: Run | undefined
  private borders: Borders
  /** What is going to be left out. */
  private warmUp: WarmUp
  /** Where the present interval ends [s]. */
  private border: number
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
    this.network = new Network(this.collector)
    this.assembled = assemble(scenario, this.network, draws)
    const sampled = new Set<GaugeName>(sim_settings.enabled_sample_metrics)
    this.collector.observe(this.network, this.assembled, scenario.slos ?? [], sampled)
    if (this.assembled.gauges.some(({ metric }) => sampled.has(metric)))
      this.network.simulation.startClock(sim_settings.sample_period_s, this.network.gauges)
    this.pilot = needsPilot(scenario) ? new Run({ ...options, scenario: withoutWarmUp(scenario) }) : undefined
    this.warmUp = statedWarmUp(scenario)
    this.borders = new Borders(this.horizon, this.warmUp.seconds, this.mostIntervals())
    this.border = this.borders.after(0)
  }

  /** Simulated time reached [s]. */
  get now(): number {
    return this.network.simulation.now
  }

  get events(): number {
    return this.network.simulation.events
  }

  /**
   * Runs at most `maxEvents` further events, all before `until` [s]; returns whether the run goes on: it is neither at its horizon nor
   * unstable. The number in the system is looked at after fixed numbers of events, so that slices make no difference.
   */
  advance(maxEvents: number, until = Number.POSITIVE_INFINITY): boolean {
    if (this.pilot !== undefined) return this.advancePilot(this.pilot, maxEvents)
    const { simulation } = this.network
    for (let left = maxEvents; left > 0 && !this.unstable && this.now < until; ) {
      const before = simulation.events
      const events = Math.min(left, EVENTS_PER_LOOK - (before % EVENTS_PER_LOOK))
      const isOver = !simulation.step(Math.min(this.border, until), events)
      if (isOver && this.now === this.border && !this.passBorder()) return false
      left -= simulation.events - before
      if (simulation.events % EVENTS_PER_LOOK === 0) this.unstable = this.held > this.limits.inFlight
    }
    return !this.unstable
  }

  /** Requests in the system and background tasks: all that takes memory until it ends. */
  private get held(): number {
    return this.assembled.servers.reduce(
      (sum, { model }) => sum + model.backgroundTasks,
      this.network.requests.inFlight,
    )
  }

  private advancePilot(pilot: Run, maxEvents: number): boolean {
    if (pilot.advance(maxEvents)) return true
    this.warmUp = pilot.unstable ? UNDECIDED : warmUpOf(pilot.collector.closedIntervals)
    this.borders = new Borders(this.horizon, this.warmUp.seconds, this.mostIntervals())
    this.border = this.borders.after(0)
    this.pilot = undefined
    return true
  }

  /** Ends an interval of the run; returns whether there is another. */
  private passBorder(): boolean {
    this.collector.closeInterval(this.network)
    if (this.border === this.warmUp.seconds) this.collector.restart(this.network)
    if (this.border === this.horizon) return false
    this.border = this.borders.after(this.border)
    return true
  }

  /** From when on the figures count at present: from the beginning until the warm-up is over. */
  private get measuredFrom(): WarmUp {
    return this.now >= this.warmUp.seconds ? this.warmUp : FROM_THE_BEGINNING
  }

  private mostIntervals(): number {
    const room = Math.floor(this.limits.intervalValues / (2 * this.assembled.gauges.length))
    return Math.max(FEWEST_INTERVALS, Math.min(MOST_INTERVALS, room))
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
    return {
      simulatedSeconds: this.now,
      horizon: this.horizon,
      events: this.events,
      summary: this.collector.summary(this.network, latency, this.measuredFrom, this.statesCost),
      histogram: this.collector.currentHistogram(),
      series: this.collector.series(this.options.scenario.sim_settings.sample_period_s, maxPoints),
      intervals: this.collector.closedIntervals,
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
    const summary = this.collector.summary(this.network, latency, this.measuredFrom, this.statesCost)
    const intervals = this.collector.closedIntervals
    const injected = injectedEvents(scenario)
    const simulatedSeconds = this.now
    const instability = end === 'unstable' ? this.instability() : undefined
    return {
      identity: { appVersion, scenarioName, scenarioHash: scenarioHash(scenario), seed, replication },
      simulatedSeconds,
      horizon: this.horizon,
      end,
      ...(instability && { instability }),
      events: this.events,
      summary,
      sanity: checkSanity(scenario, { ...this.collector.measured(this.network), end, summary }),
      histogram,
      series: this.collector.series(scenario.sim_settings.sample_period_s),
      intervals,
      attribution: attribute({ scenario, summary, intervals, injectedEvents: injected, simulatedSeconds, instability }),
      anatomy: this.collector.percentileBands(),
      requests: this.collector.requestLog(),
      injectedEvents: injected,
      performance: { wallSeconds, events: this.events },
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
const MOST_INTERVALS = 300
const FEWEST_INTERVALS = 20
const EXACT_WHEN_CANCELLED = 200_000

function hasCost(scenario: Scenario): boolean {
  return scenario.topology_graph.nodes.servers.some((server) =>
    server.endpoints.some((endpoint) => endpoint.steps.some((step) => step.kind === 'io_llm' && step.llm_cost)),
  )
}

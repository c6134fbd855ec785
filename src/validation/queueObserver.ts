import { lengthened } from '../base/columns'
import type { EventObserver } from '../kernel/des/simulation'
import type { Network } from '../kernel/network/network'
import { PHASES, Phase } from '../kernel/network/phase'
import { quantileOfSorted } from '../stats/quantiles'

/**
 * Watches the requests that are at the servers, in a queue or served, and keeps what queueing theory speaks
 * of: how long how many were there, how many an arrival found, how long each waited, how long the
 * servers were busy at a stretch. Counts from `from` on; made for one server, where a wait is one wait.
 */
export class QueueObserver implements EventObserver {
  /** Requests at the servers now. */
  present = 0
  /** Time with n requests at the servers [s], and arrivals that found n; the last place stands for all above. */
  private readonly timeWith = new Float64Array(PLACES)
  private readonly arrivalsAt = new Float64Array(PLACES)
  private waits = new Float64Array(1024)
  private waitCount = 0
  private sorted = false
  private busyPeriods = 0
  private busyTime = 0
  private busySince = Number.NaN
  private since: number
  private wasInside = false

  /**
   * @param network to be observed from the beginning of its run
   * @param from when counting begins [s]
   */
  constructor(
    private readonly network: Network,
    private readonly from: number,
  ) {
    this.since = from
    network.simulation.observe(this)
  }

  before(_station: number, _signal: number, slot: number): void {
    this.wasInside = this.isInside(slot)
  }

  after(_station: number, _signal: number, slot: number): void {
    const inside = this.isInside(slot)
    if (inside === this.wasInside) return
    const { now } = this.network.simulation
    if (now < this.from) this.present += inside ? 1 : -1
    else if (inside) this.arrive(now)
    else this.leave(slot, now)
  }

  /** Share of the time with n requests at the servers, n from 0. */
  shareOfTime(n: number): number {
    return this.timeWith[n]! / sumOf(this.timeWith)
  }

  /** Time average of the number of requests at the servers. */
  get mean(): number {
    return momentOf(this.timeWith, 1)
  }

  /** Variance over time of that number. */
  get variance(): number {
    return momentOf(this.timeWith, 2) - this.mean * this.mean
  }

  /** Mean number that an arrival found. */
  get meanFound(): number {
    return momentOf(this.arrivalsAt, 1)
  }

  /** Share of the arrivals that found at least n. */
  shareFinding(n: number): number {
    return sumOf(this.arrivalsAt.subarray(n)) / sumOf(this.arrivalsAt)
  }

  /** Mean wait of those that have left: for memory, for a core and for a connection [s]. */
  get meanWait(): number {
    return sumOf(this.waits.subarray(0, this.waitCount)) / this.waitCount
  }

  /** Standard deviation of the waits [s]. */
  get waitDeviation(): number {
    const { meanWait } = this
    const squares = this.waits
      .subarray(0, this.waitCount)
      .reduce((sum, wait) => sum + (wait - meanWait) * (wait - meanWait), 0)
    return Math.sqrt(squares / this.waitCount)
  }

  /** Share of the requests that waited longer than t [s]. */
  shareWaitingLonger(t: number): number {
    return (
      this.waits.subarray(0, this.waitCount).reduce((count, wait) => (wait > t ? count + 1 : count), 0) / this.waitCount
    )
  }

  /** Quantile of the waits [s]. */
  waitQuantile(p: number): number {
    const waits = this.waits.subarray(0, this.waitCount)
    if (!this.sorted) waits.sort()
    this.sorted = true
    return quantileOfSorted(waits, p)
  }

  /** Mean length of a stretch in which at least one request was at the servers [s]. */
  get meanBusyPeriod(): number {
    return this.busyTime / this.busyPeriods
  }

  private arrive(now: number): void {
    this.arrivalsAt[Math.min(this.present, PLACES - 1)]!++
    if (this.present === 0) this.busySince = now
    this.change(1, now)
  }

  private leave(slot: number, now: number): void {
    const { phaseTimes } = this.network.requests
    const first = slot * PHASES
    if (this.waitCount === this.waits.length) this.waits = lengthened(this.waits, this.waitCount * 2)
    this.waits[this.waitCount++] =
      phaseTimes[first + Phase.RAM_WAIT]! + phaseTimes[first + Phase.CPU_WAIT]! + phaseTimes[first + Phase.POOL_WAIT]!
    this.change(-1, now)
    // A stretch that began before counting did has no known beginning.
    if (this.present > 0 || Number.isNaN(this.busySince)) return
    this.busyPeriods++
    this.busyTime += now - this.busySince
  }

  private change(delta: number, now: number): void {
    this.timeWith[Math.min(this.present, PLACES - 1)]! += now - this.since
    this.since = now
    this.present += delta
  }

  private isInside(slot: number): boolean {
    return this.network.requests.phase[slot] !== Phase.NETWORK
  }
}

const PLACES = 512

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Mean of n or n² where n has these weights. */
function momentOf(weights: Float64Array, order: 1 | 2): number {
  return weights.reduce((sum, weight, n) => sum + weight * n * (order === 1 ? 1 : n), 0) / sumOf(weights)
}

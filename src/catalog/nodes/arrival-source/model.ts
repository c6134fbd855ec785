import { Priority } from '../../../kernel/des/priority'
import type { Station } from '../../../kernel/des/simulation'
import type { ModelContext } from '../../../kernel/network/modelContext'
import type { Network } from '../../../kernel/network/network'
import type { Link } from '../../../kernel/network/parts'
import type { Distribution } from '../../../kernel/random/distributions/distribution'
import type { ArrivalDraws } from '../../../kernel/random/draws'
import type { ArrivalSourceSpec } from './spec'

const WINDOW = 0
const ARRIVAL = 1

/**
 * Generates requests: a Poisson process whose rate is users × requests per minute, with the number
 * of users redrawn at every multiple of the sampling window.
 */
export class ArrivalSource implements Station {
  /** Where the requests go; set when the network is wired. */
  out!: Link

  private readonly network: Network
  private readonly address: number
  private readonly draws: ArrivalDraws
  /** Requests per second of one user. */
  private readonly ratePerUser: number
  private readonly windowLength: number
  private window = 0
  private windowEnd = 0
  /** Mean gap between requests in this window [s]. */
  private meanGap = Number.POSITIVE_INFINITY
  private gaps = 0

  constructor({ network, draws }: ModelContext, spec: ArrivalSourceSpec, users: Distribution) {
    this.network = network
    this.address = network.simulation.register(this, spec.id)
    this.draws = draws.arrivals(spec.id, users)
    this.ratePerUser = spec.avg_request_per_minute_per_user.mean / 60
    this.windowLength = spec.user_sampling_window
    network.simulation.scheduleAt(0, Priority.ARRIVAL, this.address, WINDOW, 0)
  }

  on(signal: number): void {
    if (signal === WINDOW) {
      this.openWindow()
      this.scheduleNext()
      return
    }
    // The next arrival is drawn before this request starts.
    this.scheduleNext()
    const slot = this.network.requests.acquire(this.network.simulation.now)
    this.network.probe.generated(this.network.simulation.now)
    this.out.send(slot)
  }

  private openWindow(): void {
    const rate = this.draws.users(this.window) * this.ratePerUser
    this.meanGap = rate > 0 ? 1 / rate : Number.POSITIVE_INFINITY
    this.window++
    this.windowEnd = this.window * this.windowLength
  }

  /** The next arrival if it falls into this window, else the next window: the process has no memory. */
  private scheduleNext(): void {
    const { simulation } = this.network
    if (this.meanGap !== Number.POSITIVE_INFINITY) {
      const next = simulation.now + this.draws.gap(this.gaps++) * this.meanGap
      if (next < this.windowEnd) {
        simulation.scheduleAt(next, Priority.ARRIVAL, this.address, ARRIVAL, 0)
        return
      }
    }
    simulation.scheduleAt(this.windowEnd, Priority.ARRIVAL, this.address, WINDOW, 0)
  }
}

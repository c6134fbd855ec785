import { negativeLn } from '../math/ln'
import type { Distribution } from './distributions/distribution'
import type { ArrivalDraws, DemandDraws, DrawSource, LinkDraws, ServerDraws } from './draws'
import { RandomStreams } from './streams'
import type { Threefry } from './threefry'

/** The draws of a run: named streams under one seed and replication. */
export class StreamedDraws implements DrawSource {
  private readonly streams: RandomStreams

  constructor(seed: number, replication: number) {
    this.streams = new RandomStreams(seed, replication)
  }

  arrivals(component: string, users: Distribution): ArrivalDraws {
    return new StreamedArrivalDraws(
      this.streams.stream('users', component),
      this.streams.stream('gaps', component),
      users,
    )
  }

  link(component: string, dropoutRate: number, latency: Distribution): LinkDraws {
    return new StreamedLinkDraws(this.streams.stream('link', component), dropoutRate, latency)
  }

  server(component: string): ServerDraws {
    return new StreamedServerDraws(this.streams.stream('endpoint', component))
  }

  demand(component: string, endpoint: string, step: number, law: Distribution): DemandDraws {
    return new StreamedDemandDraws(this.streams.stream('demand', `${component}/${endpoint}/${step}`), law)
  }
}

/** Even. */
const GAPS_AHEAD = 64

class StreamedArrivalDraws implements ArrivalDraws {
  private readonly gaps = new Float64Array(GAPS_AHEAD)

  constructor(
    private readonly userStream: Threefry,
    private readonly gapStream: Threefry,
    private readonly userLaw: Distribution,
  ) {}

  users(window: number): number {
    this.userStream.seek(window)
    return this.userLaw.quantile(this.userStream.first)
  }

  gap(n: number): number {
    const i = n % GAPS_AHEAD
    if (i === 0) this.drawGapsFrom(n)
    return this.gaps[i]!
  }

  /** n counts up; many gaps in a row are drawn faster than one at a time. Two share a block. */
  private drawGapsFrom(n: number): void {
    const { gapStream, gaps } = this
    for (let i = 0; i < GAPS_AHEAD; i += 2) {
      gapStream.seek((n + i) / 2)
      gaps[i] = negativeLn(1 - gapStream.first)
      gaps[i + 1] = negativeLn(1 - gapStream.second)
    }
  }
}

class StreamedLinkDraws implements LinkDraws {
  constructor(
    private readonly stream: Threefry,
    private readonly dropoutRate: number,
    private readonly latencyLaw: Distribution,
  ) {}

  isLost(ordinal: number): boolean {
    this.stream.seek(ordinal)
    return this.stream.first < this.dropoutRate
  }

  latency(): number {
    return this.latencyLaw.quantile(this.stream.second)
  }
}

class StreamedServerDraws implements ServerDraws {
  constructor(private readonly stream: Threefry) {}

  endpoint(ordinal: number, count: number): number {
    if (count === 1) return 0
    this.stream.seek(ordinal)
    return Math.floor(this.stream.first * count)
  }
}

class StreamedDemandDraws implements DemandDraws {
  constructor(
    private readonly stream: Threefry,
    private readonly law: Distribution,
  ) {}

  of(ordinal: number): number {
    this.stream.seek(ordinal)
    return this.law.quantile(this.stream.first)
  }
}

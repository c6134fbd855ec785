import { negativeLn } from '../math/ln'
import type { Distribution } from './distributions/distribution'
import type { ArrivalDraws, DemandDraws, DrawSource, LinkDraws, ServerDraws } from './draws'
import type { Philox } from './philox'
import { RandomStreams } from './streams'

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

class StreamedArrivalDraws implements ArrivalDraws {
  constructor(
    private readonly userStream: Philox,
    private readonly gapStream: Philox,
    private readonly userLaw: Distribution,
  ) {}

  users(window: number): number {
    this.userStream.seek(window)
    return this.userLaw.quantile(this.userStream.first)
  }

  gap(n: number): number {
    // Two gaps share a block; n counts up, so every second call finds its block ready.
    if ((n & 1) === 1) return negativeLn(1 - this.gapStream.second)
    this.gapStream.seek(n / 2)
    return negativeLn(1 - this.gapStream.first)
  }
}

class StreamedLinkDraws implements LinkDraws {
  constructor(
    private readonly stream: Philox,
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
  constructor(private readonly stream: Philox) {}

  endpoint(ordinal: number, count: number): number {
    if (count === 1) return 0
    this.stream.seek(ordinal)
    return Math.floor(this.stream.first * count)
  }
}

class StreamedDemandDraws implements DemandDraws {
  constructor(
    private readonly stream: Philox,
    private readonly law: Distribution,
  ) {}

  of(ordinal: number): number {
    this.stream.seek(ordinal)
    return this.law.quantile(this.stream.first)
  }
}

import { measureRound } from './measure'

/** Which case is to be measured. */
export interface BenchRequest {
  readonly name: string
  readonly replication: number
}

/** By the wall clock: a Worker knows no other. */
self.onmessage = ({ data: { name, replication } }: MessageEvent<BenchRequest>) => {
  self.postMessage(measureRound(name, replication, () => performance.now() / 1000))
}

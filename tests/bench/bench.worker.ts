import { measure } from './measure'
import { benchCases } from './scenarios'

/** Measures the case whose name it is sent, by the wall clock: a Worker knows no other. */
self.onmessage = ({ data: name }: MessageEvent<string>) => {
  const bench = benchCases.find((bench) => bench.name === name)!
  self.postMessage(measure(bench, () => performance.now() / 1000))
}

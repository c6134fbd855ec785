import { expect, test } from 'vitest'
import { formatSeconds } from '../../src/base/format'
import type { RunResult } from '../../src/engine/runResult'
import { simulate } from '../fixtures/scenario'
import { built, deceptive } from './built'

const SEED = 1
const run = (wanted: string) =>
  simulate([...built, ...deceptive].find(({ name }) => name === wanted)!.scenario, { seed: SEED })

/** Mean latency of the completed requests that ended at such a time, from the log [s]. */
function meanLatency({ requests: { start, finish, outcome } }: RunResult, when: (finish: number) => boolean): number {
  const latencies = Array.from(finish, (end, i) => end - start[i]!).filter(
    (_, i) => outcome[i] === 0 && when(finish[i]!),
  )
  return latencies.reduce((sum, latency) => sum + latency, 0) / latencies.length
}

test('E08 of a spike it tells the latencies in it and otherwise, not where requests spent most of their time', () => {
  const result = run('a spike on an edge')
  const [during, otherwise] = [true, false].map((within) =>
    meanLatency(result, (finish) => (finish >= 100 && finish < 150) === within),
  )
  expect(result.attribution.verdict.slice(0, 2)).toEqual([
    'The edge client→srv slowed requests down from t = 100 s on.',
    `The mean latency was ${formatSeconds(during)} then, and ${formatSeconds(otherwise)} otherwise.`,
  ])
})

test('E08 of an edge that is always slow it tells the time on it beside the latency', () => {
  const result = run('a slow edge')
  const onEdge = result.summary.edges['client→srv']!.latency!
  // The mean of some 6,000 exponential times of 300 ms has a standard error of 1.3 %.
  expect(Math.abs(onEdge / 0.3 - 1)).toBeLessThan(0.06)
  expect(result.attribution.verdict.slice(0, 2)).toEqual([
    'The edge client→srv slowed requests down from the beginning.',
    `The mean latency was ${formatSeconds(meanLatency(result, () => true))}; the way over this edge alone took ${formatSeconds(onEdge)}.`,
  ])
})

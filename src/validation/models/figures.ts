import { quantileOfSorted } from '../../stats/quantiles'
import type { Replication, TheoryFigure } from '../theoryModel'

/**
 * A figure in words that read the same in every model. `tolerance` is relative, by default what the figure aims at in
 * every model: 2 % unless it says otherwise. A model states a larger one where its runs are too few for that.
 */
type FigureOf = (expected: number, tolerance?: number) => TheoryFigure

const figure =
  (name: string, unit: string, simulated: (replication: Replication) => number, aim = 0.02): FigureOf =>
  (expected, tolerance = aim) => ({ name, unit, expected, tolerance, aim, simulated })

/** Time from the source to the client's answer. */
export const meanLatency = figure('mean latency', 's', ({ latencies }) => meanOf(latencies))
export const latencyP95 = figure('latency p95', 's', ({ latencies }) => quantileOfSorted(latencies, 0.95), 0.03)
export const latencyP99 = figure('latency p99', 's', ({ latencies }) => quantileOfSorted(latencies, 0.99), 0.04)

/** Time in the queues of the server. */
export const meanWait = figure('mean wait', 's', ({ queue }) => queue.meanWait)
export const waitDeviation = figure('standard deviation of the wait', 's', ({ queue }) => queue.waitDeviation, 0.04)
export const waitP95 = figure('wait p95', 's', ({ queue }) => queue.waitQuantile(0.95), 0.03)
export const waitP99 = figure('wait p99', 's', ({ queue }) => queue.waitQuantile(0.99), 0.04)
export const waitsLonger = (t: number): FigureOf =>
  figure(`P(wait > ${t} s)`, '1', ({ queue }) => queue.shareWaitingLonger(t), 0.04)

/** @param units of the resource: cores, connections, requests that fit in memory */
export const mustWait = (units: number): FigureOf => figure('P(wait)', '1', ({ queue }) => queue.shareFinding(units))

/** Share of the units that are busy, over time. */
export const utilisation = (units: number): FigureOf =>
  figure(
    'utilisation',
    '1',
    ({ queue }) => {
      let idle = 0
      for (let n = 0; n < units; n++) idle += (units - n) * queue.shareOfTime(n)
      return 1 - idle / units
    },
    0.01,
  )

export const meanPresent = figure('mean number at the server', 'requests', ({ queue }) => queue.mean)
export const presentVariance = figure(
  'variance of the number at the server',
  'requests²',
  ({ queue }) => queue.variance,
  0.05,
)
export const meanFound = figure('mean number found on arrival', 'requests', ({ queue }) => queue.meanFound)
export const meanBusyPeriod = figure('mean busy period', 's', ({ queue }) => queue.meanBusyPeriod)

/** The law of the number at the server over time, n by n; each probability within 5 %. */
export function lawOfPresent(probability: (n: number) => number, from: number, to: number): TheoryFigure[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const n = from + i
    return figure(`P(${n} at the server)`, '1', ({ queue }) => queue.shareOfTime(n), 0.05)(probability(n))
  })
}

/** Completed requests per second. */
export const throughput = figure('throughput', 'requests/s', ({ result }) => result.summary.throughput.mean, 0.01)

export const meanGauge = (name: string, component: string, metric: Parameters<Replication['gaugeMean']>[1]): FigureOf =>
  figure(name, 'requests', ({ gaugeMean }) => gaugeMean(component, metric))

/** Mean time that a completed request spent in a phase. */
export const meanPhase = (
  name: string,
  phase: keyof NonNullable<Replication['result']['summary']['phases']>,
): FigureOf => figure(name, 's', ({ result }) => result.summary.phases![phase])

/**
 * Index of dispersion of counts: variance over mean of the number of events in windows of `length` [s]; 1 for a
 * Poisson process, whatever the window.
 */
export const dispersion = (name: string, of: 'start' | 'finish', length: number): FigureOf =>
  figure(name, '1', (replication) => dispersionOf(replication, of, length), 0.05)

function dispersionOf({ result, warmUp }: Replication, of: 'start' | 'finish', length: number): number {
  const windows = Math.floor((result.horizon - warmUp) / length)
  const counts = new Float64Array(windows)
  for (const time of result.requests[of]) {
    const window = Math.floor((time - warmUp) / length)
    if (window >= 0 && window < windows) counts[window]!++
  }
  const mean = meanOf(counts)
  return counts.reduce((sum, count) => sum + (count - mean) * (count - mean), 0) / (windows - 1) / mean
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

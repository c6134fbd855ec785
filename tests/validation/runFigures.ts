import type { RunResult, TimeSeries } from '../../src/engine/runResult'
import { quantileOfSorted } from '../../src/stats/quantiles'

/** A part of a run, from `start` until before `end` [s]. */
export interface Phase {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Every figure of a run under the name that the recorded figures of AsyncFlow 0.1.1 have. */
export function runFigures(result: RunResult, phases: readonly Phase[]): Map<string, number> {
  const figures = new Map<string, number>()
  const { requests, throughput } = result.summary
  const put = (name: string, value: number) => figures.set(name, value)
  put('generated', requests.generated)
  put('completed', requests.completed)
  put('dropped', requests.outcomes.dropped)
  put('in_flight_at_end', requests.inFlight)
  put('drop_fraction', requests.outcomes.dropped / requests.generated)
  for (const [edge, count] of Object.entries(requests.droppedByEdge)) put(`dropped@${edge}`, count)

  const completed = completedOf(result)
  putDistribution(
    put,
    'latency_',
    completed.map(({ latency }) => latency),
  )
  put('throughput_mean', throughput.mean)
  const perSecond = seriesOf(result, 'completed')
  putSeries(put, 'throughput_series_', [...perSecond.mean])
  for (const series of result.series) {
    if (series.component === '') continue
    putSeries(put, `${series.metric}@${series.component}_`, [...series.mean])
  }
  for (const phase of phases) putPhase(put, result, completed, phase)
  return figures
}

type Put = (name: string, value: number) => void

interface Completed {
  readonly start: number
  readonly finish: number
  readonly latency: number
}

function completedOf({ requests }: RunResult): Completed[] {
  const completed: Completed[] = []
  for (let i = 0; i < requests.id.length; i++) {
    if (requests.outcome[i] !== 0) continue
    const start = requests.start[i]!
    const finish = requests.finish[i]!
    completed.push({ start, finish, latency: finish - start })
  }
  return completed
}

function putPhase(put: Put, result: RunResult, completed: readonly Completed[], { name, start, end }: Phase): void {
  const prefix = `phase[${name}]_`
  const within = (time: number) => time >= start && time < end
  const byStart = completed.filter((request) => within(request.start)).map(({ latency }) => latency)
  const byFinish = completed.filter((request) => within(request.finish)).map(({ latency }) => latency)
  put(`${prefix}latency_bystart_count`, byStart.length)
  putDistribution(put, `${prefix}latency_bystart_`, byStart)
  const sorted = Float64Array.from(byFinish).sort()
  put(`${prefix}latency_byfinish_mean`, meanOf(byFinish))
  put(`${prefix}latency_byfinish_p95`, quantileOfSorted(sorted, 0.95))
  put(`${prefix}latency_byfinish_max`, sorted[sorted.length - 1]!)
  put(`${prefix}throughput_mean`, byFinish.length / (end - start))
  for (const series of result.series) {
    if (series.component === '') continue
    const values = [...series.mean].filter((_, i) => within(series.time[i]!))
    put(`${prefix}${series.metric}@${series.component}_mean`, meanOf(values))
    put(
      `${prefix}${series.metric}@${series.component}_max`,
      values.reduce((a, b) => Math.max(a, b), 0),
    )
  }
}

function putDistribution(put: Put, prefix: string, values: readonly number[]): void {
  const sorted = Float64Array.from(values).sort()
  put(`${prefix}mean`, meanOf(values))
  put(`${prefix}std`, Math.sqrt(varianceOf(values, values.length)))
  put(`${prefix}min`, sorted[0]!)
  put(`${prefix}max`, sorted[sorted.length - 1]!)
  for (const p of [1, 5, 10, 25, 50, 75, 90, 95, 99, 99.9]) put(`${prefix}p${p}`, quantileOfSorted(sorted, p / 100))
}

function putSeries(put: Put, prefix: string, values: readonly number[]): void {
  const sorted = Float64Array.from(values).sort()
  put(`${prefix}mean`, meanOf(values))
  put(`${prefix}max`, sorted[sorted.length - 1]!)
  put(`${prefix}sd`, Math.sqrt(varianceOf(values, values.length)))
  put(`${prefix}p95`, quantileOfSorted(sorted, 0.95))
}

function seriesOf({ series }: RunResult, metric: TimeSeries['metric']): TimeSeries {
  return series.find((candidate) => candidate.metric === metric)!
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** @param divisor n for the population, n − 1 for an estimate from a sample */
export function varianceOf(values: readonly number[], divisor: number): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / divisor
}

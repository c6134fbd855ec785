import type { Metric } from '../../base/metric'
import { metricOf } from '../../catalog/metrics'
import { type CounterName, type Intervals, ratesOf } from '../../engine/intervals'
import type { GaugeName, RunView } from '../../engine/runResult'
import type { NamedSeries } from '../charts/chartLines'

/**
 * A gauge of every component that has it: the samples where the scenario asks for them, since they are finer, or else
 * the exact means and maxima of the run's intervals.
 */
export function gaugeSeries({ series, intervals }: RunView, metric: GaugeName): NamedSeries[] {
  const sampled = series.filter((one) => one.metric === metric)
  if (sampled.length > 0) return sampled.map((one) => ({ name: one.component, series: one }))
  return intervals.gauges
    .filter((gauge) => gauge.metric === metric)
    .map(({ component, mean, max }) => ({ name: component, series: { time: intervals.ends, mean, max } }))
}

/** The mean of a gauge in each interval: of a utilisation, whose peaks are all the same. */
export function meanSeries({ intervals }: RunView, metric: GaugeName): NamedSeries[] {
  return intervals.gauges
    .filter((gauge) => gauge.metric === metric)
    .map(({ component, mean }) => ({ name: component, series: { time: intervals.ends, mean, max: mean } }))
}

/** Requests per second: generated, answered, and failed in any way. */
export function rateSeries({ series, intervals }: RunView): NamedSeries[] {
  const perSecond = (metric: 'offered' | 'completed', count: Float64Array): NamedSeries => ({
    name: metricOf(metric).caption,
    series: series.find((one) => one.metric === metric) ?? rateOf(intervals, count),
  })
  const failed = intervals.dropped.map((count, i) => count + intervals.noServerUp[i]!)
  return [
    perSecond('offered', intervals.generated),
    perSecond('completed', intervals.completed),
    { name: 'Failed', series: rateOf(intervals, failed) },
  ]
}

/** Requests that failed per second, by what became of them. */
export function failureSeries({ intervals }: RunView): NamedSeries[] {
  return [
    { name: 'lost on an edge', series: rateOf(intervals, intervals.dropped) },
    { name: 'no server up', series: rateOf(intervals, intervals.noServerUp) },
  ]
}

export function inSystemSeries({ intervals }: RunView): NamedSeries[] {
  return [{ name: 'In flight', series: { time: intervals.ends, ...intervals.inSystem } }]
}

/** What servers or edges count, per second. */
export function counterSeries({ intervals }: RunView, name: CounterName): NamedSeries[] {
  return intervals.counters
    .filter((counter) => counter.name === name)
    .map(({ component, count }) => ({ name: component, series: rateOf(intervals, count) }))
}

function rateOf(intervals: Intervals, count: Float64Array) {
  const rate = ratesOf(intervals, count)
  return { time: intervals.ends, mean: rate, max: rate }
}

/** Caption, unit and description of a gauge. */
export function gaugeOf(metric: GaugeName): Metric {
  return metricOf(metric)
}

/** How fast each objective spends its error budget: above 1, faster than it may be. */
export function burnRateSeries({ intervals, summary }: RunView): NamedSeries[] {
  return intervals.objectives.map(({ id, valid, good }) => {
    const target = summary.objectives.find((objective) => objective.id === id)?.target ?? 0
    const rate = valid.map((count, i) => (count > 0 ? (count - good[i]!) / count / (1 - target) : Number.NaN))
    return { name: id, series: { time: intervals.ends, mean: rate, max: rate } }
  })
}

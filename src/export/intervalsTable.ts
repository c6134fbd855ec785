import { metricOf } from '../catalog/metrics'
import { type Intervals, latenciesOver, startOf } from '../engine/intervals'
import { phaseNames } from '../engine/phaseTimes'
import type { CsvCell, CsvTable } from './csv'

type Column = readonly [header: string, cell: (interval: number) => CsvCell]

/**
 * One row per interval of the run: requests, percentiles (within 0.3 %) and phases of those completed in it, time
 * average and maximum of every gauge, what servers and edges counted, and the objectives.
 */
export function intervalsTable({ intervals }: { readonly intervals: Intervals }): CsvTable {
  const columns = [...requestColumns(intervals), ...phaseColumns(intervals), ...componentColumns(intervals)]
  return {
    header: columns.map(([header]) => header),
    rowCount: intervals.ends.length,
    row: (interval) => columns.map(([, cell]) => cell(interval)),
  }
}

function requestColumns(intervals: Intervals): Column[] {
  const { ends, generated, completed, dropped, noServerUp, inSystem } = intervals
  const percentile = (p: number) => (interval: number) => {
    if (completed[interval] === 0) return undefined
    return latenciesOver(intervals, { first: interval, end: interval + 1 }).quantile(p)
  }
  return [
    ['start [s]', (interval) => startOf(intervals, interval)],
    ['end [s]', (interval) => ends[interval]],
    ['generated [requests]', (interval) => generated[interval]],
    ['completed [requests]', (interval) => completed[interval]],
    ['dropped [requests]', (interval) => dropped[interval]],
    ['no_server_up [requests]', (interval) => noServerUp[interval]],
    ['in_system_mean [requests]', (interval) => inSystem.mean[interval]],
    ['in_system_max [requests]', (interval) => inSystem.max[interval]],
    ['latency_p50 [s]', percentile(0.5)],
    ['latency_p95 [s]', percentile(0.95)],
    ['latency_p99 [s]', percentile(0.99)],
  ]
}

/** Sums over the requests completed in the interval. */
function phaseColumns({ phases }: Intervals): Column[] {
  return phaseNames.map(
    (name, i): Column => [`phase_${name}_sum [s]`, (interval) => phases[interval * phaseNames.length + i]],
  )
}

function componentColumns({ gauges, counters, objectives }: Intervals): Column[] {
  return [
    ...gauges.flatMap(({ component, metric, mean, max }): Column[] => {
      const { unit } = metricOf(metric)
      return [
        [`${component} ${metric}_mean [${unit}]`, (interval) => mean[interval]],
        [`${component} ${metric}_max [${unit}]`, (interval) => max[interval]],
      ]
    }),
    ...counters.map(
      ({ component, name, count }): Column => [`${component} ${name} [requests]`, (interval) => count[interval]],
    ),
    ...objectives.flatMap(({ id, valid, good }): Column[] => [
      [`${id} valid [requests]`, (interval) => valid[interval]],
      [`${id} good [requests]`, (interval) => good[interval]],
    ]),
  ]
}

import { metricOf } from '../catalog/metrics'
import { type Intervals, latencyQuantiles, startOf } from '../engine/intervals'
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
  const [p50, p95, p99] = latencyQuantiles(intervals, [0.5, 0.95, 0.99])
  return [
    ['start [s]', (interval) => startOf(intervals, interval)],
    ['end [s]', (interval) => ends[interval]],
    ['generated [requests]', (interval) => generated[interval]],
    ['completed [requests]', (interval) => completed[interval]],
    ['dropped [requests]', (interval) => dropped[interval]],
    ['no_server_up [requests]', (interval) => noServerUp[interval]],
    ['in_system_mean [requests]', (interval) => inSystem.mean[interval]],
    ['in_system_max [requests]', (interval) => inSystem.max[interval]],
    ['latency_p50 [s]', (interval) => p50![interval]],
    ['latency_p95 [s]', (interval) => p95![interval]],
    ['latency_p99 [s]', (interval) => p99![interval]],
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

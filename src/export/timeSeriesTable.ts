import { metricOf } from '../catalog/metrics'
import type { RunView, TimeSeries } from '../engine/runResult'
import type { CsvCell, CsvTable } from './csv'

/**
 * All series side by side: one row per time, three columns (mean, min, max) per series.
 * A cell is empty where a series has no point at that time. In long runs a point stands for several samples.
 */
export function timeSeriesTable({ series }: Pick<RunView, 'series'>): CsvTable {
  const times = Float64Array.from(new Set(series.flatMap(({ time }) => [...time]))).sort()
  const columns = series.map((one) => ({ one, indexOfTime: new Map(Array.from(one.time, (time, i) => [time, i])) }))
  return {
    header: ['time [s]', ...series.flatMap(headerOf)],
    rowCount: times.length,
    row: (index) => {
      const time = times[index] as number
      return [time, ...columns.flatMap(({ one, indexOfTime }) => cellsAt(one, indexOfTime.get(time)))]
    },
  }
}

function headerOf({ metric, component }: TimeSeries): string[] {
  const name = component === '' ? metric : `${component} ${metric}`
  return ['mean', 'min', 'max'].map((figure) => `${name}_${figure} [${metricOf(metric).unit}]`)
}

function cellsAt(series: TimeSeries, point: number | undefined): CsvCell[] {
  if (point === undefined) return [undefined, undefined, undefined]
  return [series.mean[point], series.min[point], series.max[point]]
}

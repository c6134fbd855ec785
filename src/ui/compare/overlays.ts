import { ensureExists } from '../../base/assert'
import { metricsByKind } from '../../catalog/metrics'
import type { GaugeName, RunResult, RunView } from '../../engine/runResult'
import type { ChartLine, NamedSeries } from '../charts/chartLines'
import { percentileSeries } from '../charts/latencyCells'
import type { ChartUnit } from '../charts/units'
import { gaugeSeries, inSystemSeries, meanSeries, rateSeries } from '../dashboard/runSeries'
import type { ComparedRun } from './comparedRun'

/** One figure over time, of every run that has it. */
export interface Overlay {
  /** Names it in files: only letters, digits, dots, `_` and `-`. */
  readonly id: string
  readonly title: string
  readonly unit: ChartUnit
  readonly description: string
  readonly lines: readonly ChartLine[]
}

/** What is drawn of the system as a whole. */
export function systemOverlays(runs: readonly ComparedRun[]): Overlay[] {
  return [
    {
      id: 'p95',
      title: 'p95 over time',
      unit: 's',
      description: '95 % of the requests that completed in each interval took at most this long.',
      lines: linesOf(runs, ({ intervals }) => percentileSeries(intervals, [95])[0]),
    },
    {
      id: 'completed',
      title: 'Completed per second',
      unit: 'requests/s',
      description: 'Requests whose answer reached the client.',
      lines: linesOf(runs, (view) => rateSeries(view)[1]),
    },
    {
      id: 'in-flight',
      title: 'In flight',
      unit: 'requests',
      description: 'Requests in the system: generated, and neither answered nor lost.',
      lines: linesOf(runs, (view) => inSystemSeries(view)[0]),
    },
  ]
}

/** More of a component's id would make the names of files too long. */
const LONGEST_NAME = 20

/** Every gauge of one server or edge. */
export function componentOverlays(runs: readonly ComparedRun[], component: string): Overlay[] {
  return [...metricsByKind.server, ...metricsByKind.network]
    .map(({ id, caption, unit, description }) => ({
      id: `${component.replace(/[^\w.-]+/g, '-').slice(0, LONGEST_NAME)}-${id}`,
      title: `${caption}, ${component}`,
      unit,
      description,
      lines: linesOf(runs, (view) => seriesOf(view, id).find(({ name }) => name === component)),
    }))
    .filter(({ lines }) => lines.some(({ series }) => series.max.some((value) => value > 0)))
}

/** A gauge as dashboards show it: of a utilisation the mean, since all its peaks are the same. */
function seriesOf(view: RunView, metric: GaugeName): NamedSeries[] {
  return metric === 'cpu_utilization' ? meanSeries(view, metric) : gaugeSeries(view, metric)
}

/** Servers and edges of any of the runs, by their ids; the one with the longest ready queue first. */
export function comparedComponents(runs: readonly ComparedRun[]): string[] {
  const longest = new Map<string, number>()
  for (const { run } of runs) {
    for (const [id, gauges] of Object.entries(run.result.summary.components))
      longest.set(id, Math.max(longest.get(id) ?? 0, gauges.ready_queue_len?.max ?? 0))
  }
  return [...longest].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

/** The run that reaches furthest: the charts are as long as it. */
export function longestRun(runs: readonly ComparedRun[]): RunResult {
  const results = runs.map(({ run }) => run.result)
  const longest = results.toSorted((a, b) => b.simulatedSeconds - a.simulatedSeconds)[0]
  return ensureExists(longest, 'a compared run')
}

/** Each run's line keeps the run's look, also where others have none. */
function linesOf(
  runs: readonly ComparedRun[],
  lineOf: (view: RunView) => NamedSeries | undefined,
): readonly ChartLine[] {
  return runs.flatMap(({ letter, color, dash, run }) => {
    const named = lineOf(run.result)
    return named === undefined ? [] : [{ name: letter, color, dash, series: named.series }]
  })
}

import type { ChartLayout } from '../../store/contracts'

/** Which charts stand on a dashboard: those that were chosen, or else those that it comes with. */
export function chartsOn(dashboard: string, layout: ChartLayout | undefined, asItComes: readonly string[]): string[] {
  const chosen = layout !== undefined && Object.hasOwn(layout, dashboard) ? layout[dashboard] : undefined
  return [...new Set(chosen ?? asItComes)]
}

/** The charts with one of them moved by `steps` places; a step beyond an end changes nothing. */
export function withMoved(charts: readonly string[], id: string, steps: number): readonly string[] {
  const from = charts.indexOf(id)
  const to = from + steps
  if (from < 0 || to < 0 || to >= charts.length) return charts
  return charts.toSpliced(from, 1).toSpliced(to, 0, id)
}

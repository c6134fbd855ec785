import type { TimeSeries } from '../../engine/runResult'

/** One series as a chart draws it: told apart by colour and by dash. */
export interface ChartLine {
  readonly name: string
  readonly color: string
  /** SVG dash pattern; undefined: solid. */
  readonly dash: string | undefined
  readonly series: TimeSeries
}

const COLORS = 6
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '12 4', '4 2 1 2 1 2', '1 4']

/** Gives every series its look, by its place in the list: the look stays when others are hidden. */
export function chartLines(series: readonly TimeSeries[], nameOf: (series: TimeSeries) => string): ChartLine[] {
  return series.map((one, index) => ({
    name: nameOf(one),
    color: `var(--series-${(index % COLORS) + 1})`,
    dash: DASHES[index % DASHES.length],
    series: one,
  }))
}

/** Names of the `count` lines with the largest values: what a chart with many lines shows first. */
export function highestLines(lines: readonly ChartLine[], count: number): ReadonlySet<string> {
  const highest = lines
    .map(({ name, series }) => ({ name, max: series.max.reduce((a, b) => Math.max(a, b), 0) }))
    .sort((a, b) => b.max - a.max)
  return new Set(highest.slice(0, count).map(({ name }) => name))
}

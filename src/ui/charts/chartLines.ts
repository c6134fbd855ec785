import type { TimeColumns } from './decimate'

/** How something drawn is told from the rest: by colour, and by dash or, where it is an area, by its place in the stack. */
export interface LegendEntry {
  readonly name: string
  readonly color: string
  /** SVG dash pattern; undefined: solid. */
  readonly dash?: string | undefined
  readonly filled?: boolean
}

/** One series as a chart draws it. */
export interface ChartLine extends LegendEntry {
  readonly series: TimeColumns
}

export interface NamedSeries {
  readonly name: string
  readonly series: TimeColumns
}

const COLORS = 6
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '12 4', '4 2 1 2 1 2', '1 4']

/** Gives every series its look, by its place in the list: the look stays when others are hidden. */
export function chartLines(series: readonly NamedSeries[]): ChartLine[] {
  return series.map((one, index) => ({ ...one, ...lookOf(index) }))
}

export function lookOf(index: number): { readonly color: string; readonly dash: string | undefined } {
  return { color: `var(--series-${(index % COLORS) + 1})`, dash: DASHES[index % DASHES.length] }
}

/** Names of the `count` lines with the largest values: what a chart with many lines shows first. */
export function highestLines(lines: readonly ChartLine[], count: number): ReadonlySet<string> {
  const highest = lines
    .map(({ name, series }) => ({ name, max: series.max.reduce((a, b) => (b > a ? b : a), 0) }))
    .sort((a, b) => b.max - a.max)
  return new Set(highest.slice(0, count).map(({ name }) => name))
}

import { useMemo, useState } from 'react'
import { type ChartLine, highestLines } from '../charts/chartLines'
import { rowsOfChart } from '../charts/chartSize'
import type { ChartTable } from '../charts/chartTable'
import { type ChartRow, decimate } from '../charts/decimate'
import { FEW, LineLegend } from '../charts/LineLegend'
import type { Limit } from '../charts/TimeChart'
import { rowAt, TimeLines } from '../charts/TimeLines'
import { type ChartUnit, formatPlain, unitText } from '../charts/units'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ChartCard } from './ChartCard'
import { usePanel } from './PanelContext'

/** A level that belongs to one line, like the RAM of a server. */
export interface LineLimit {
  readonly line: string
  readonly label: string
  readonly value: number
}

/** What one chart of lines over time is about. */
export interface TimeChartContent {
  readonly title: string
  readonly unit: ChartUnit
  readonly description: string
  readonly lines: readonly ChartLine[]
  readonly limits?: readonly LineLimit[]
  /** Whether the mean over time says anything about these values. */
  readonly hasMeans?: boolean
  /** Says why there is nothing to draw. */
  readonly empty?: string | undefined
}

const NO_LIMITS: readonly LineLimit[] = []

/** A chart of lines over time with its legend, which tells the values at the cursor, and its table. */
export function TimeChartCard({ content }: { readonly content: TimeChartContent }) {
  const { title, unit, description, lines, limits = NO_LIMITS, hasMeans = true, empty } = content
  const { run, scale, markers } = usePanel()
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const place = usePlace<HTMLDivElement>()
  const shown = useMemo(() => chosen ?? highestLines(lines, FEW), [chosen, lines])

  const picture = useMemo(() => {
    const drawn = lines.filter(({ name }) => shown.has(name))
    const capacities = limits.filter(({ line }) => shown.has(line))
    return { drawn, capacities: distinct(capacities), scale, markers, width: place.width }
  }, [lines, shown, limits, scale, markers, place.width])
  // While the run goes on, a chart follows only where it can be seen.
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  const rows = useMemo(() => paced && rowsOf(paced.drawn, paced.scale.window, paced.width), [paced])
  const withMeans = useMemo(() => hasMeans && rows !== undefined && needsMeans(rows), [hasMeans, rows])

  const toggle = (name: string) => {
    const next = new Set(shown)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }
  const valueAt = (line: ChartLine, time: number) => {
    const index = paced?.drawn.indexOf(line) ?? -1
    return formatPlain(unit, rowAt(rows, time)?.values[index]?.max)
  }
  return (
    <ChartCard
      title={title}
      unit={[unitText(unit), ...(withMeans ? ['thin: mean'] : [])].filter(Boolean).join(' · ')}
      description={description}
      empty={empty}
      legend={<LineLegend lines={lines} shown={shown} onToggle={toggle} valueAt={valueAt} />}
      legendEntries={paced?.drawn}
      place={place.ref}
      chart={
        paced &&
        rows && (
          <TimeLines
            label={`${title} over time`}
            unit={unit}
            scale={paced.scale}
            lines={paced.drawn}
            rows={rows}
            hasMeans={hasMeans}
            withMeans={withMeans}
            limits={paced.capacities}
            markers={paced.markers}
            width={paced.width}
          />
        )
      }
      table={() => tableOf(content, paced?.drawn ?? [], rows ?? [])}
    />
  )
}

function rowsOf(lines: readonly ChartLine[], window: { start: number; end: number }, width: number): ChartRow[] {
  const series = lines.map((line) => line.series)
  return decimate(series, window, rowsOfChart(width))
}

/** Lines whose means can still be told apart. */
const MOST_MEANS = 3

/** Means say something where an interval holds several values; of many lines they are only a tangle. */
function needsMeans(rows: readonly ChartRow[]): boolean {
  if ((rows[0]?.values.length ?? 0) > MOST_MEANS) return false
  return rows.some(({ values }) => values.some((value) => value !== undefined && value.mean !== value.max))
}

/** A row for each interval that is drawn; the smallest values where they are known. */
function tableOf(
  { title, unit }: TimeChartContent,
  lines: readonly ChartLine[],
  rows: readonly ChartRow[],
): ChartTable {
  const figures = lines.map(({ series }) => (['max', 'mean', 'min'] as const).filter((figure) => figure in series))
  const headings = (name: string, index: number) => figures[index]?.map((figure) => `${name} ${figure} [${unit}]`) ?? []
  return {
    caption: `${title} [${unit}]`,
    columns: ['time [s]', ...lines.flatMap(({ name }, index) => headings(name, index))],
    rows: rows.map(({ time, values }) => [
      time,
      ...figures.flatMap((names, index) => names.map((figure) => values[index]?.[figure])),
    ]),
  }
}

/** Servers of the same size share one line. */
function distinct(limits: readonly Limit[]): Limit[] {
  return [...new Map(limits.map(({ label, value }) => [value, { label, value }])).values()]
}

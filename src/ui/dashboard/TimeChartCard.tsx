import { useMemo, useState } from 'react'
import { formatNumber } from '../../base/format'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { ChartCard } from './ChartCard'
import { type ChartLine, highestLines } from './chartLines'
import { rowsOfChart } from './chartSize'
import styles from './charts.module.css'
import { DataTable } from './DataTable'
import { type ChartRow, decimate, type TimeWindow } from './decimate'
import { FEW, LineLegend } from './LineLegend'
import { type Limit, TimeChart } from './TimeChart'
import type { TimeChartContent } from './timeCharts'
import { usePaced } from './usePaced'
import { usePlace } from './usePlace'
import { useTimeSelection } from './useTimeSelection'

interface TimeChartCardProps {
  readonly content: TimeChartContent
  readonly window: TimeWindow
  readonly injectedEvents: readonly InjectedEvent[]
  /** While true, the chart follows only where it can be seen. */
  readonly live: boolean
  readonly onSelectWindow: (window: TimeWindow) => void
}

/** A time chart with its legend and its table. */
export function TimeChartCard({ content, window, injectedEvents, live, onSelectWindow }: TimeChartCardProps) {
  const { title, unit, description, lines, limits } = content
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const place = usePlace<HTMLDivElement>()
  const shown = useMemo(() => chosen ?? highestLines(lines, FEW), [chosen, lines])

  const picture = useMemo(() => {
    const drawn = lines.filter(({ name }) => shown.has(name))
    const capacities = limits.filter(({ line }) => shown.has(line))
    return { drawn, capacities: distinct(capacities), window, injectedEvents, width: place.width }
  }, [lines, shown, limits, window, injectedEvents, place.width])
  const paced = usePaced(picture, place.width > 0 && (place.inView || !live))
  const rows = useMemo(() => paced && rowsOf(paced.drawn, paced.window, paced.width), [paced])
  const withMeans = useMemo(() => rows !== undefined && needsMeans(rows), [rows])
  const selection = useTimeSelection(place, window, onSelectWindow)

  const toggle = (name: string) => {
    const next = new Set(shown)
    if (!next.delete(name)) next.add(name)
    setChosen(next)
  }
  return (
    <ChartCard
      title={title}
      unit={unit}
      description={description}
      empty={
        lines.length === 0 ? 'Not sampled in this run: the scenario does not list it under sampled metrics.' : undefined
      }
      legend={
        <div className={styles.footer}>
          {lines.length > 1 && <LineLegend lines={lines} shown={shown} onToggle={toggle} />}
          {withMeans && <span className={styles.note}>strong: peak, thin: mean</span>}
        </div>
      }
      place={place.ref}
      chart={
        <div className={styles.plot} {...selection.handlers}>
          {paced && rows && (
            <TimeChart
              label={`${title} over time`}
              unit={unit}
              lines={paced.drawn}
              rows={rows}
              withMeans={withMeans}
              window={paced.window}
              limits={paced.capacities}
              injectedEvents={paced.injectedEvents}
              width={paced.width}
            />
          )}
          {selection.rectangle && <div className={styles.selection} style={selection.rectangle} />}
        </div>
      }
      table={() => <TimeTable caption={`${title} [${unit}]`} lines={paced?.drawn ?? []} rows={rows ?? []} />}
    />
  )
}

function rowsOf(lines: readonly ChartLine[], window: TimeWindow, width: number): ChartRow[] {
  const series = lines.map((line) => line.series)
  return decimate(series, window, rowsOfChart(width))
}

/** Lines whose means can still be told apart. */
const MOST_MEANS = 3

/** Means say something where an interval holds several samples; of many lines they are only a tangle. */
function needsMeans(rows: readonly ChartRow[]): boolean {
  if ((rows[0]?.values.length ?? 0) > MOST_MEANS) return false
  return rows.some(({ values }) => values.some((value) => value !== undefined && value.min !== value.max))
}

interface TimeTableProps {
  readonly caption: string
  readonly lines: readonly ChartLine[]
  readonly rows: readonly ChartRow[]
}

function TimeTable({ caption, lines, rows }: TimeTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={['time [s]', ...lines.map(({ name }) => `${name} max`)]}
      rows={rows.map(({ time, values }) => [
        formatNumber(time, 6),
        ...lines.map((_, index) => formatNumber(values[index]?.max, 6)),
      ])}
    />
  )
}

/** Servers of the same size share one line. */
function distinct(limits: readonly Limit[]): Limit[] {
  return [...new Map(limits.map(({ label, value }) => [value, { label, value }])).values()]
}

import { useMemo } from 'react'
import { formatCount, formatSeconds } from '../../base/format'
import { intervalsWithin } from '../../engine/intervals'
import { PLOT } from '../charts/chartSize'
import styles from '../charts/charts.module.css'
import { HeatMap } from '../charts/HeatMap'
import { type HeatMapCells, heatMapCells } from '../charts/latencyCells'
import { TimePlot } from '../charts/TimePlot'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ChartCard } from './ChartCard'
import { noLatencyText } from './latencyFigures'
import { usePanel } from './PanelContext'

const ROWS = 28
/** A narrower column is no more than a line [px]. */
const NARROWEST_COLUMN = 4

/** Latencies over time as a heat map, with its table. */
export function HeatMapCard() {
  const { run, scale, markers } = usePanel()
  const { intervals } = run.view
  const { window } = scale
  const place = usePlace<HTMLDivElement>()
  const cells = useMemo(() => {
    const columns = Math.max(10, Math.floor((place.width - PLOT.left - PLOT.right) / NARROWEST_COLUMN))
    return heatMapCells(intervals, intervalsWithin(intervals, window.start, window.end), columns, ROWS)
  }, [intervals, window, place.width])
  const picture = useMemo(() => ({ cells, window, markers, width: place.width }), [cells, window, markers, place.width])
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  return (
    <ChartCard
      title="Latency over time"
      unit="requests"
      description="How many requests completed in each interval, by their latency. Darker: more."
      empty={cells === undefined ? noLatencyText(run.view.summary.requests.completed, 'in this time') : undefined}
      place={place.ref}
      chart={
        paced?.cells && (
          <TimePlot
            label="Latency over time"
            scale={scale}
            readout={(time) => <Readout cells={paced.cells as HeatMapCells} time={time} />}
            spoken={(time) => columnText(paced.cells as HeatMapCells, time)}
          >
            <HeatMap cells={paced.cells} window={paced.window} markers={paced.markers} width={paced.width} />
          </TimePlot>
        )
      }
      table={() => tableOf(cells)}
    />
  )
}

function Readout({ cells, time }: { readonly cells: HeatMapCells; readonly time: number }) {
  return (
    <div className={styles.tooltip}>
      <p>{columnText(cells, time)}</p>
    </div>
  )
}

/** How many requests a column has and between which latencies. */
function columnText({ times, latencies, counts }: HeatMapCells, time: number): string {
  const column =
    counts[
      Math.max(
        0,
        times.findLastIndex((start, i) => start <= time && i < counts.length),
      )
    ] ?? []
  const total = column.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'no request completed'
  const fastest = latencies[column.findIndex((count) => count > 0)]
  const slowest = latencies[column.findLastIndex((count) => count > 0) + 1]
  return `${formatCount(total)} requests, ${formatSeconds(fastest)} to ${formatSeconds(slowest)}`
}

function tableOf(cells: HeatMapCells | undefined) {
  const { times, latencies, counts } = cells ?? { times: [], latencies: [], counts: [] }
  const rows = latencies.slice(1).map((to, row) => `${formatSeconds(latencies[row])} to ${formatSeconds(to)}`)
  return {
    caption: 'Completed requests by time and latency',
    columns: ['from [s]', 'to [s]', ...rows.map((row, index) => `${index + 1}: ${row}`)],
    rows: counts.map((column, i) => [times[i], times[i + 1], ...column]),
  }
}

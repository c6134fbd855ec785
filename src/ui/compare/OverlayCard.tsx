import { Table } from 'lucide-react'
import { type PointerEvent, useId, useMemo, useState } from 'react'
import type { TimeWindow } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import type { ChartLine } from '../dashboard/chartLines'
import { CHART_HEIGHT, PLOT, rowsOfChart } from '../dashboard/chartSize'
import chartStyles from '../dashboard/charts.module.css'
import { DataTable } from '../dashboard/DataTable'
import { type ChartRow, decimate } from '../dashboard/decimate'
import { TimeChart } from '../dashboard/TimeChart'
import { TimeTooltip } from '../dashboard/TimeTooltip'
import { unitText } from '../dashboard/units'
import { usePlace } from '../dashboard/usePlace'
import styles from './Compare.module.css'
import type { Overlay } from './overlays'
import { RunLegend } from './RunLegend'

/** One figure of several runs over time, each with its own dash, and the numbers behind it. */
export function OverlayCard({ overlay, window }: { readonly overlay: Overlay; readonly window: TimeWindow }) {
  const { title, unit, description, lines } = overlay
  const [asTable, setAsTable] = useState(false)
  const [pointed, setPointed] = useState<number>()
  const headingId = useId()
  const place = usePlace<HTMLDivElement>()
  const rows = useMemo(
    () =>
      place.width === 0
        ? []
        : decimate(
            lines.map(({ series }) => series),
            window,
            Math.min(rowsOfChart(place.width), pointsWithin(lines, window)),
          ),
    [lines, window, place.width],
  )
  const follow = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - PLOT.left
    const share = x / (place.width - PLOT.left - PLOT.right)
    setPointed(share < 0 || share > 1 ? undefined : window.start + share * (window.end - window.start))
  }
  const row = pointed === undefined ? undefined : rows.find(({ time }) => time >= pointed)
  return (
    <section className={chartStyles.card} aria-labelledby={headingId}>
      <header className={chartStyles.cardHead}>
        <h3 id={headingId} title={description}>
          {title}
        </h3>
        <span className={chartStyles.unit}>{unitText(unit)}</span>
        <span className={chartStyles.switches}>
          <Button
            variant="quiet"
            size="s"
            icon={<Table size={14} />}
            aria-pressed={asTable}
            aria-label={`${title} as data table`}
            title="Data table"
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      </header>
      <div ref={place.ref} style={{ minHeight: CHART_HEIGHT }}>
        {asTable ? (
          <DataTable {...tableOf(overlay, rows)} />
        ) : (
          <div
            className={styles.plot}
            role="img"
            aria-label={`${title} of runs ${lines.map(({ name }) => name).join(', ')} over time`}
            onPointerMove={follow}
            onPointerLeave={() => setPointed(undefined)}
          >
            {place.width > 0 && (
              <TimeChart
                unit={unit}
                lines={lines}
                rows={rows}
                withMeans={false}
                window={window}
                limits={[]}
                markers={[]}
                width={place.width}
              />
            )}
            {row && (
              <div className={styles.readout} data-side={row.time > (window.start + window.end) / 2 ? 'left' : 'right'}>
                <TimeTooltip row={row} lines={lines} unit={unit} hasMeans={false} />
              </div>
            )}
          </div>
        )}
      </div>
      <RunLegend lines={lines} />
    </section>
  )
}

/** So few intervals that each holds a point of every line: runs of different lengths have points at different times. */
function pointsWithin(lines: readonly ChartLine[], { start, end }: TimeWindow): number {
  const counts = lines.map(({ series: { time } }) => {
    const spacing = ((time.at(-1) ?? end) - (time[0] ?? start)) / (time.length - 1)
    return Math.floor((end - start) / spacing)
  })
  return Math.max(
    2,
    counts.reduce((least, count) => (count < least ? count : least), Number.POSITIVE_INFINITY),
  )
}

function tableOf({ title, unit, lines }: Overlay, rows: readonly ChartRow[]) {
  return {
    caption: `${title} [${unit}]`,
    columns: ['time [s]', ...lines.map(({ name }) => `${name} max [${unit}]`)],
    rows: rows.map(({ time, values }) => [time, ...values.map((value) => value?.max)]),
  }
}

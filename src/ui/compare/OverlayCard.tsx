import { type PointerEvent, useMemo, useState } from 'react'
import type { TimeWindow } from '../../store/contracts'
import { PLOT } from '../dashboard/chartSize'
import type { ChartTable } from '../dashboard/chartTable'
import type { ChartRow } from '../dashboard/decimate'
import { TimeChart } from '../dashboard/TimeChart'
import { TimeTooltip } from '../dashboard/TimeTooltip'
import { unitText } from '../dashboard/units'
import { usePaced } from '../dashboard/usePaced'
import { usePlace } from '../dashboard/usePlace'
import styles from './Compare.module.css'
import { ComparisonCard } from './ComparisonCard'
import { overlayRows } from './overlayRows'
import type { Overlay } from './overlays'

/** One figure of several runs over time, each with its own dash. */
export function OverlayCard({ overlay, window }: { readonly overlay: Overlay; readonly window: TimeWindow }) {
  const { title, unit, description, lines } = overlay
  const place = usePlace<HTMLDivElement>()
  const picture = useMemo(
    () => ({ rows: overlayRows(lines, window, place.width), width: place.width }),
    [lines, window, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && place.inView)
  return (
    <ComparisonCard
      title={title}
      unit={unitText(unit)}
      description={description}
      place={place.ref}
      chart={paced && <OverlayChart overlay={overlay} window={window} {...paced} />}
      table={() => tableOf(overlay, picture.rows)}
      legend={lines}
    />
  )
}

interface OverlayChartProps {
  readonly overlay: Overlay
  readonly window: TimeWindow
  readonly rows: readonly ChartRow[]
  /** [px] */
  readonly width: number
}

const NONE: readonly never[] = []

/** The lines, and their values where the pointer is. */
function OverlayChart({ overlay: { title, unit, lines }, window, rows, width }: OverlayChartProps) {
  const [pointed, setPointed] = useState<number>()
  const follow = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - PLOT.left
    const share = x / (width - PLOT.left - PLOT.right)
    setPointed(share < 0 || share > 1 ? undefined : window.start + share * (window.end - window.start))
  }
  const row = pointed === undefined ? undefined : rows.find(({ time }) => time >= pointed)
  return (
    <div
      className={styles.plot}
      role="img"
      aria-label={`${title} of runs ${lines.map(({ name }) => name).join(', ')} over time`}
      onPointerMove={follow}
      onPointerLeave={() => setPointed(undefined)}
    >
      <TimeChart
        unit={unit}
        lines={lines}
        rows={rows}
        withMeans={false}
        window={window}
        limits={NONE}
        markers={NONE}
        width={width}
      />
      {row && (
        <div className={styles.readout} data-side={row.time > (window.start + window.end) / 2 ? 'left' : 'right'}>
          <TimeTooltip row={row} lines={lines} unit={unit} hasMeans={false} />
        </div>
      )}
    </div>
  )
}

function tableOf({ title, unit, lines }: Overlay, rows: readonly ChartRow[]): ChartTable {
  return {
    caption: `${title} [${unit}]`,
    columns: ['time [s]', ...lines.map(({ name }) => `${name} max [${unit}]`)],
    rows: rows.map(({ time, values }) => [time, ...values.map((value) => value?.max)]),
  }
}

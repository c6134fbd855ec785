import { useMemo } from 'react'
import { ChartKey } from '../charts/ChartKey'
import type { ChartTable } from '../charts/chartTable'
import type { ChartRow } from '../charts/decimate'
import type { Marker } from '../charts/markers'
import { rowAt, TimeLines } from '../charts/TimeLines'
import type { TimeScale } from '../charts/timeScale'
import { formatPlain, unitText } from '../charts/units'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ComparisonCard } from './ComparisonCard'
import { type ComparedRun, nameOf } from './comparedRun'
import { overlayRows } from './overlayRows'
import type { Overlay } from './overlays'

interface OverlayCardProps {
  readonly runs: readonly ComparedRun[]
  readonly overlay: Overlay
  readonly scale: TimeScale
  readonly markers: readonly Marker[]
}

const NO_LIMITS: readonly never[] = []

/** One figure of several runs over time, each with its own dash. */
export function OverlayCard({ runs, overlay, scale, markers }: OverlayCardProps) {
  const { id, title, unit, description, lines } = overlay
  const place = usePlace<HTMLDivElement>()
  const picture = useMemo(
    () => ({ rows: overlayRows(lines, scale.window, place.width), scale, markers, width: place.width }),
    [lines, scale, markers, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && place.inView)
  const drawn = runs.filter(({ letter }) => lines.some(({ name }) => name === letter))
  const valueAt = (line: number, time: number) => formatPlain(unit, rowAt(paced?.rows, time)?.values[line]?.max)
  return (
    <ComparisonCard
      id={id}
      runs={drawn}
      hasLines
      title={title}
      unit={unitText(unit)}
      description={description}
      legend={<ChartKey entries={lines} valueAt={valueAt} />}
      place={place.ref}
      chart={
        paced && (
          <TimeLines
            {...paced}
            label={`${title} of runs ${lines.map(({ name }) => name).join(', ')} over time`}
            unit={unit}
            lines={lines}
            hasMeans={false}
            withMeans={false}
            limits={NO_LIMITS}
          />
        )
      }
      table={() => tableOf(overlay, drawn, picture.rows)}
    />
  )
}

/** One column for each run: the largest value of each interval. */
function tableOf({ title, unit }: Overlay, runs: readonly ComparedRun[], rows: readonly ChartRow[]): ChartTable {
  return {
    caption: `${title} [${unit}]`,
    columns: ['time [s]', ...runs.map((run) => `${nameOf(run)} max [${unit}]`)],
    rows: rows.map(({ time, values }) => [time, ...values.map((value) => value?.max)]),
  }
}

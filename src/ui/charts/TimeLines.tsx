import type { ChartLine } from './chartLines'
import type { ChartRow } from './decimate'
import type { Marker } from './markers'
import { type Limit, TimeChart } from './TimeChart'
import { TimePlot } from './TimePlot'
import { TimeTooltip } from './TimeTooltip'
import type { TimeScale } from './timeScale'
import { type ChartUnit, formatValue } from './units'

interface TimeLinesProps {
  /** What the chart shows, for screen readers. */
  readonly label: string
  readonly unit: ChartUnit
  readonly scale: TimeScale
  readonly lines: readonly ChartLine[]
  /** Values by line, in the order of `lines`. */
  readonly rows: readonly ChartRow[]
  /** Whether the mean over time says anything about these values, and whether it is drawn. */
  readonly hasMeans: boolean
  readonly withMeans: boolean
  readonly limits: readonly Limit[]
  readonly markers: readonly Marker[]
  /** [px] */
  readonly width: number
}

/** Lines over time under the cursor that all charts share, with their values beside it. */
export function TimeLines({ label, scale, hasMeans, ...chart }: TimeLinesProps) {
  const { unit, lines, rows } = chart
  const spoken = (time: number) => {
    const row = rowAt(rows, time)
    return lines.map(({ name }, i) => `${name} ${formatValue(unit, row?.values[i]?.max)}`).join(', ')
  }
  return (
    <TimePlot
      label={label}
      scale={scale}
      readout={(time) => <TimeTooltip row={rowAt(rows, time)} lines={lines} unit={unit} hasMeans={hasMeans} />}
      spoken={spoken}
    >
      <TimeChart {...chart} window={scale.window} />
    </TimePlot>
  )
}

/** The interval that a time lies in; undefined when there is none. */
export function rowAt(rows: readonly ChartRow[] | undefined, time: number): ChartRow | undefined {
  // Rows bear the time of their end.
  return rows?.find((row) => row.time >= time) ?? rows?.at(-1)
}

import { ReferenceLine } from 'recharts'
import { formatSeconds } from '../../base/format'
import { LABEL_HEIGHT, PLOT } from './chartSize'
import { PercentileLabel } from './PercentileLabel'

/** A percentile of latencies, as charts mark it. */
export interface Percentile {
  readonly name: string
  /** [s] */
  readonly value: number
}

interface PercentileLinesProps {
  readonly percentiles: readonly Percentile[]
  /** Width of the chart [px]. */
  readonly width: number
}

/** Percentiles as upright lines, each with a dash of its own and a label above the plot. */
export function PercentileLines({ percentiles, width }: PercentileLinesProps) {
  return percentiles.map(({ name, value }, index) => (
    <ReferenceLine
      key={name}
      x={value}
      ifOverflow="hidden"
      stroke="var(--text)"
      strokeDasharray={['1 0', '6 3', '2 3'][index % 3]}
      label={
        <PercentileLabel
          text={`${name} ${formatSeconds(value)}`}
          row={percentiles.length - 1 - index}
          chartWidth={width}
        />
      }
    />
  ))
}

/** Margins of a chart with room for the labels above its plot. */
export function marginBelowLabels(percentiles: readonly Percentile[]) {
  return { ...PLOT.margin, top: PLOT.margin.top + LABEL_HEIGHT * percentiles.length }
}

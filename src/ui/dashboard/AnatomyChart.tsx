import { memo } from 'react'
import { formatNumber, formatSeconds } from '../../base/format'
import type { PercentileBand } from '../../engine/anatomy'
import { CHART_HEIGHT, PLOT } from '../charts/chartSize'
import { bandName } from './anatomyRows'
import type { PhaseLayer } from './phases'

export interface AnatomyChartProps {
  readonly bands: readonly PercentileBand[]
  readonly layers: readonly PhaseLayer[]
  /** Bars as long as the latency, in place of equally long ones that show shares. */
  readonly absolute: boolean
  /** [px] */
  readonly width: number
}

/** Columns of text on either side of the bars [px]. */
const LEFT = 62
const RIGHT = 58

/** Where the time goes, from the quick requests to the slow ones: one bar for each band of percentiles. */
export const AnatomyChart = memo(function AnatomyChart({ bands, layers, absolute, width }: AnatomyChartProps) {
  const room = Math.max(1, width - LEFT - RIGHT)
  const longest = bands.reduce((most, { latency }) => Math.max(most, latency), 0)
  const step = CHART_HEIGHT / bands.length
  return (
    <svg width={width} height={CHART_HEIGHT} style={PLOT.style} aria-hidden="true">
      {bands.map((band, row) => {
        const y = row * step + step / 2
        const length = absolute ? (band.latency / longest) * room : room
        let x = LEFT
        return (
          <g key={band.from}>
            <text x={0} y={y} dy="0.355em" fill="var(--text)">
              {bandName(band)}
            </text>
            {layers.map(({ phase, name, color }) => {
              const part = band.latency > 0 ? band.phases[phase] / band.latency : 0
              const from = x
              x += part * length
              return (
                part > 0 && (
                  <rect key={phase} x={from} y={y - step * 0.36} width={x - from} height={step * 0.72} fill={color}>
                    <title>
                      {`${name}: ${formatSeconds(band.phases[phase])}, ${formatNumber(part * 100)} % of this band`}
                    </title>
                  </rect>
                )
              )
            })}
            <text x={width} y={y} dy="0.355em" textAnchor="end" fill="var(--text-muted)">
              {formatSeconds(band.latency)}
            </text>
          </g>
        )
      })}
    </svg>
  )
})

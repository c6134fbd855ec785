import { formatClock, formatNumber } from '../../base/format'
import type { ChartLine } from './chartLines'
import styles from './charts.module.css'
import type { ChartRow } from './decimate'
import { LineSample } from './LineSample'
import { type ChartUnit, formatPlain, unitText } from './units'

interface TimeTooltipProps {
  /** The interval at the cursor; undefined: nothing to show. */
  readonly row: ChartRow | undefined
  readonly lines: readonly ChartLine[]
  readonly unit: ChartUnit
  /** Whether the mean over time says anything about these values. */
  readonly hasMeans?: boolean
}

/** The values of one interval of a time chart. */
export function TimeTooltip({ row, lines, unit, hasMeans = true }: TimeTooltipProps) {
  if (row === undefined) return null
  return (
    <div className={styles.tooltip}>
      <p className={styles.tooltipHead}>{[timeText(row.time), unitText(unit)].filter(Boolean).join(' · ')}</p>
      {lines.map((line, index) => {
        const value = row.values[index]
        return (
          value && (
            <p key={line.name} className={styles.tooltipLine}>
              <LineSample line={line} />
              <span className={styles.tooltipName}>{line.name}</span>
              <span>{formatPlain(unit, value.max)}</span>
              {hasMeans && value.mean !== value.max && <small>mean {formatPlain(unit, value.mean)}</small>}
            </p>
          )
        )
      })}
    </div>
  )
}

/** A time to the second and, where minutes are more telling, in those too. */
function timeText(seconds: number): string {
  const exact = `${formatNumber(seconds, 6)} s`
  return seconds < 600 ? exact : `${exact} (${formatClock(seconds)})`
}

import { formatNumber } from '../../base/format'
import type { ChartLine } from './chartLines'
import styles from './charts.module.css'
import type { ChartRow } from './decimate'
import { LineSample } from './LineSample'

interface TimeTooltipProps {
  /** The interval under the pointer; undefined: nothing to show. */
  readonly row: ChartRow | undefined
  readonly lines: readonly ChartLine[]
  readonly unit: string
}

/** The exact values of one interval of a time chart. */
export function TimeTooltip({ row, lines, unit }: TimeTooltipProps) {
  if (row === undefined) return null
  return (
    <div className={styles.tooltip}>
      <p className={styles.tooltipHead}>{formatNumber(row.time, 6)} s</p>
      {lines.map((line, index) => {
        const value = row.values[index]
        return (
          value && (
            <p key={line.name} className={styles.tooltipLine}>
              <LineSample line={line} />
              <span className={styles.tooltipName}>{line.name}</span>
              <span>
                {formatNumber(value.max, 4)} {unit}
              </span>
              {value.min !== value.max && (
                <small>
                  mean {formatNumber(value.mean)}, min {formatNumber(value.min)}
                </small>
              )}
            </p>
          )
        )
      })}
    </div>
  )
}

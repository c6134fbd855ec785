import { CHARACTER_WIDTH, LABEL_HEIGHT } from './chartSize'
import styles from './charts.module.css'

interface PercentileLabelProps {
  readonly text: string
  /** Line of text, counted upwards from the plot. */
  readonly row: number
  /** [px] */
  readonly chartWidth: number
  /** Where the line stands; given by Recharts. */
  readonly viewBox?: { readonly x?: number; readonly y?: number }
}

/** Name and value of a percentile above its line; each has a row of its own, so that close ones stay legible. */
export function PercentileLabel({ text, row, chartWidth, viewBox }: PercentileLabelProps) {
  const { x = 0, y = 0 } = viewBox ?? {}
  const toTheLeft = x + text.length * CHARACTER_WIDTH + 8 > chartWidth
  return (
    <>
      <line x1={x} x2={x} y1={y - LABEL_HEIGHT * (row + 1)} y2={y} stroke="var(--text)" strokeOpacity={0.5} />
      <text
        x={toTheLeft ? x - 4 : x + 4}
        y={y - LABEL_HEIGHT * row - 4}
        textAnchor={toTheLeft ? 'end' : 'start'}
        className={styles.percentileLabel}
      >
        {text}
      </text>
    </>
  )
}

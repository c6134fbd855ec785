import type { ReactNode } from 'react'
import { Tooltip } from 'recharts'
import styles from './charts.module.css'

interface PointTooltipProps<Point> {
  /** What to say of a point; nothing: `null`. */
  readonly describe: (point: Point) => ReactNode
}

/** The figures of the point of a chart's data that pointer or keys have come to. */
export function PointTooltip<Point>({ describe }: PointTooltipProps<Point>) {
  return (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: 'var(--border-strong)' }}
      content={({ active, payload }) => {
        const point = active ? (payload[0]?.payload as Point | undefined) : undefined
        const words = point === undefined ? null : describe(point)
        return words === null ? null : <div className={styles.tooltip}>{words}</div>
      }}
    />
  )
}

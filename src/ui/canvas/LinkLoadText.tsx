import { formatNumber } from '../../base/format'
import styles from './LinkLine.module.css'
import { useLoad } from './LoadContext'
import { type LinkLoad, linkLoad } from './load'

interface LinkLoadTextProps {
  readonly id: string
  /** Where its first letter stands, in the middle [px]. */
  readonly x: number
  readonly y: number
}

/** Requests lost on an edge, or on their way, in the part of the run that the canvas shows; nothing where there are hardly any. */
export function LinkLoadText({ id, x, y }: LinkLoadTextProps) {
  const scope = useLoad()
  const load = scope && linkLoad(scope.intervals, scope.range, id)
  if (load === undefined) return null
  const isBottleneck = scope?.bottleneck?.component === id
  const words = wordsOf(load)
  if (words === '' && !isBottleneck) return null
  return (
    <text
      x={x}
      y={y}
      textAnchor="middle"
      className={load.lost > 0 || isBottleneck ? styles.trouble : styles.load}
      data-load
    >
      {isBottleneck ? `⚠ ${words}` : words}
      <title>{`${formatNumber(load.onTheWay)} on it, ${formatNumber(load.lost)} lost/s, ${scope?.text}`}</title>
    </text>
  )
}

/** There is room for one thing: losses, or else how many are on the way. */
function wordsOf({ onTheWay, lost }: LinkLoad): string {
  if (lost > 0) return `${formatNumber(lost, 2)} lost/s`
  return onTheWay >= 0.1 ? `${formatNumber(onTheWay, 2)} on it` : ''
}

import { BaseEdge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { ensureExists } from '../../base/assert'
import { classNames } from '../../widgets/classNames'
import { useTrace } from '../studio'
import { type LinkEdge, labelSize } from './flow'
import { centredAt, type Point } from './geometry'
import styles from './LinkLine.module.css'
import { LinkLoadText } from './LinkLoadText'
import { roundedPath } from './routing'

/** One arrow with its label: the latency above the line, the loss below. Answers are dashed. */
export const LinkLine = memo(function LinkLine({ data, selected }: EdgeProps<LinkEdge>) {
  const { link, mark, route } = ensureExists(data, 'data of an edge')
  const { lines, role } = link
  const isOnWay = useTrace(({ way }) => way.has(link.id))
  const box = centredAt(route.label, labelSize(lines))
  // Answers merge on their way to the client; drawn from there, the dashes of all of them fall together.
  const points = role === 'answer' ? route.points.toReversed() : route.points
  return (
    <g
      className={classNames(styles.link, selected && styles.selected, mark && styles[mark.severity])}
      data-on-way={isOnWay || undefined}
    >
      <BaseEdge
        path={roundedPath(points)}
        className={role === 'answer' ? styles.answer : styles.request}
        interactionWidth={24}
      />
      <path className={styles.head} d="M0,0L-8,-4.5L-8,4.5Z" transform={headTransform(route.points)} />
      <rect className={styles.plate} {...box} rx={3} />
      <text className={styles.label} textAnchor="middle" aria-hidden>
        {lines.map((line, index) => (
          <tspan key={line} x={route.label.x} y={index === 0 ? route.label.y - 5 : route.label.y + 13}>
            {index === 0 && mark ? `⚠ ${line}` : line}
          </tspan>
        ))}
      </text>
      <LinkLoadText id={link.id} x={route.label.x} y={route.label.y + (lines.length === 1 ? 13 : 26)} />
      {mark && <title>{mark.messages.join('\n')}</title>}
    </g>
  )
})

/** Puts the arrowhead at the end of the line, turned along its last stretch. */
function headTransform(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const before = points.at(-2) ?? tip
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI
  return `translate(${tip.x},${tip.y}) rotate(${angle})`
}

import { Handle, type NodeProps, Position } from '@xyflow/react'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { type NodeKind, nodeViews } from '../../catalog/views'
import { classNames } from '../../widgets/classNames'
import { useTrace } from '../studio'
import type { CardNode } from './flow'
import styles from './NodeCard.module.css'
import { NodeLoad } from './NodeLoad'

/** Ends of arrows: requests come in at the left, everything leaves at the right, answers reach the client from below. */
const hasEnd: Readonly<Record<NodeKind, { readonly in: boolean; readonly answers: boolean }>> = {
  workload: { in: false, answers: false },
  client: { in: true, answers: true },
  'load-balancer': { in: true, answers: false },
  server: { in: true, answers: false },
}

/** The card of one node: what it is, its name, what to know at a glance. */
export const NodeCard = memo(function NodeCard({ data: { node, mark }, selected }: NodeProps<CardNode>) {
  const { Glyph } = nodeViews[node.kind]
  const ends = hasEnd[node.kind]
  const isOnWay = useTrace(({ way }) => way.has(node.id))
  return (
    <div
      className={classNames(styles.card, selected && styles.selected)}
      data-kind={node.kind}
      data-on-way={isOnWay || undefined}
    >
      <div className={styles.id} title={node.id}>
        <Glyph />
        <span>{node.id}</span>
      </div>
      {node.facts.map((fact) => (
        <div key={fact} className={styles.fact} title={fact}>
          {fact}
        </div>
      ))}
      <NodeLoad node={node} />
      {mark && (
        <span className={classNames(styles.mark, styles[mark.severity])} title={mark.messages.join('\n')}>
          {mark.severity === 'error' ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
          {mark.messages.length > 1 && <span aria-hidden>{mark.messages.length}</span>}
        </span>
      )}
      {ends.in && <Handle id="in" type="target" position={Position.Left} className={styles.handle} />}
      {ends.answers && <Handle id="answers" type="target" position={Position.Bottom} className={styles.handle} />}
      <Handle id="out" type="source" position={Position.Right} className={styles.handle} />
    </div>
  )
})

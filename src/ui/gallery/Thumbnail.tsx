import type { Scenario } from '../../catalog/specs'
import type { NodeKind } from '../../catalog/views'
import { sketchScenario } from './sketch'
import styles from './Thumbnail.module.css'

const COLUMN = 44
const ROW = 26
const MARGIN = 16
const SCALE = 1.15

/** A scenario's topology at the size of a stamp. Decoration: the card's text says what it is. */
export function Thumbnail({ scenario }: { readonly scenario: Scenario }) {
  const { nodes, edges, columns, rows } = sketchScenario(scenario)
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: MARGIN + x * COLUMN,
    y: MARGIN + y * ROW,
  })
  const width = 2 * MARGIN + (columns - 1) * COLUMN
  const height = 2 * MARGIN + (rows - 1) * ROW
  const isDisturbed = new Set(scenario.events?.map((event) => event.target_id))
  return (
    <svg
      className={styles.thumbnail}
      viewBox={`0 0 ${width} ${height}`}
      width={width * SCALE}
      height={height * SCALE}
      aria-hidden="true"
    >
      {edges.map(({ id, from, to }) => {
        const [source, target] = [nodes[from], nodes[to]]
        if (!source || !target) return undefined
        const [a, b] = [place(source), place(target)]
        return <path key={id} className={isDisturbed.has(id) ? styles.disturbedEdge : styles.edge} d={curve(a, b)} />
      })}
      {nodes.map((node) => (
        <g key={node.id} className={isDisturbed.has(node.id) ? styles.disturbed : undefined}>
          <NodeMark kind={node.kind} {...place(node)} />
        </g>
      ))}
    </svg>
  )
}

/** Straight towards the servers; on the way back a bow that is deeper the farther it goes. */
function curve(a: { x: number; y: number }, b: { x: number; y: number }): string {
  if (a.x < b.x) return `M${a.x} ${a.y}L${b.x} ${b.y}`
  return `M${a.x} ${a.y}Q${(a.x + b.x) / 2} ${Math.max(a.y, b.y) + 8 + (a.x - b.x) / 5} ${b.x} ${b.y}`
}

function NodeMark({ kind, x, y }: { readonly kind: NodeKind; readonly x: number; readonly y: number }) {
  switch (kind) {
    case 'workload':
      return <path className={styles.workload} d={`M${x - 7} ${y - 8}L${x + 8} ${y}L${x - 7} ${y + 8}Z`} />
    case 'client':
      return <circle className={styles.client} cx={x} cy={y} r={8} />
    case 'load-balancer':
      return <path className={styles.balancer} d={`M${x - 10} ${y}L${x} ${y - 10}L${x + 10} ${y}L${x} ${y + 10}Z`} />
    case 'server':
      return <rect className={styles.server} x={x - 11} y={y - 8} width={22} height={16} rx={3} />
  }
}

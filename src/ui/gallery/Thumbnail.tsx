import type { Scenario } from '../../catalog/specs'
import { type SketchKind, sketchScenario } from './sketch'
import styles from './Thumbnail.module.css'

const COLUMN = 44
const ROW = 26
const MARGIN = 16

/** A scenario's topology at the size of a stamp. Decoration: the card's text says what it is. */
export function Thumbnail({ scenario }: { readonly scenario: Scenario }) {
  const { nodes, edges, columns, rows } = sketchScenario(scenario)
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: MARGIN + x * COLUMN,
    y: MARGIN + y * ROW,
  })
  const width = 2 * MARGIN + (columns - 1) * COLUMN
  const height = 2 * MARGIN + (rows - 1) * ROW
  return (
    <svg className={styles.thumbnail} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {edges.map(({ from, to }) => {
        const [source, target] = [nodes[from], nodes[to]]
        if (!source || !target) return undefined
        const [a, b] = [place(source), place(target)]
        return <path key={`${from}-${to}`} className={styles.edge} d={curve(a, b)} />
      })}
      {nodes.map((node) => (
        <NodeMark key={node.id} kind={node.kind} {...place(node)} />
      ))}
    </svg>
  )
}

/** Straight towards the servers; a flat bow for the way back. */
function curve(a: { x: number; y: number }, b: { x: number; y: number }): string {
  if (a.x < b.x) return `M${a.x} ${a.y}L${b.x} ${b.y}`
  return `M${a.x} ${a.y}Q${(a.x + b.x) / 2} ${Math.max(a.y, b.y) + 16} ${b.x} ${b.y}`
}

function NodeMark({ kind, x, y }: { readonly kind: SketchKind; readonly x: number; readonly y: number }) {
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

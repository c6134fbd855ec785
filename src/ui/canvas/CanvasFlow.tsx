import {
  type AriaLabelConfig,
  applyNodeChanges,
  Background,
  type Connection,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import type { NodePositions } from '../../store/contracts'
import { useScenario, useStudio, useView } from '../studio'
import { useEdit } from '../useEdit'
import styles from './CanvasPane.module.css'
import { elementOfNode, linkIdOf, nodeIdOf } from './elements'
import { type CardNode, type Highlight, type LinkEdge, labelSize, reconcileEdges, reconcileNodes } from './flow'
import { type Box, boxAt, cardSize } from './geometry'
import { LinkLine } from './LinkLine'
import { LoadContext, useLoadScope } from './LoadContext'
import { marksOf } from './marks'
import { NodeCard } from './NodeCard'
import type { Placement } from './placement'
import { routeLinks } from './routing'
import { useShowAll } from './useShowAll'

const nodeTypes = { card: NodeCard }
const edgeTypes = { link: LinkLine }

const ariaLabels: Partial<AriaLabelConfig> = {
  'node.a11yDescription.default':
    'Enter selects it and shows its form. Arrow keys move it. Delete removes it. Connect it in the form.',
  'edge.a11yDescription.default': 'Enter selects it and shows its form. Delete removes it.',
  'handle.ariaLabel': 'Connection point',
}

/** How far an arrow key moves a card [px]; with Shift, five times as far. */
const KEY_STEP = 10

const arrowKeys: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -KEY_STEP, y: 0 },
  ArrowRight: { x: KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: -KEY_STEP },
  ArrowDown: { x: 0, y: KEY_STEP },
}

interface CanvasFlowProps {
  readonly placement: Placement
  readonly positions: NodePositions
  readonly onRequestDelete: () => void
}

/** The drawing itself. While a card is dragged its place lives here; when it is let go it becomes the document's. */
export function CanvasFlow({ placement: { graph, opened }, positions, onRequestDelete }: CanvasFlowProps) {
  const stores = useStudio()
  const applyEdit = useEdit('canvas')
  const { getNodes } = useReactFlow<CardNode, LinkEdge>()
  const zoom = useStore((state) => state.transform[2])
  const parsed = useScenario((state) => state.parsed)
  const selection = useView((state) => state.selection)
  const marks = useMemo(() => marksOf(parsed, graph), [parsed, graph])
  const nodeId = nodeIdOf(selection, graph)
  const linkId = linkIdOf(selection)
  const highlight = useMemo<Highlight>(() => ({ nodeId, linkId }), [nodeId, linkId])

  const [nodes, setNodes] = useState<CardNode[]>(() => reconcileNodes([], graph, positions, marks, highlight))
  useLayoutEffect(
    () => setNodes((before) => reconcileNodes(before, graph, positions, marks, highlight)),
    [graph, positions, marks, highlight],
  )
  const lastEdges = useRef<LinkEdge[]>([])
  const edges = useMemo(() => {
    const cards = new Map<string, Box>(nodes.map(({ id, position }) => [id, boxAt(position, cardSize)]))
    const links = graph.links.map((link) => ({ ...link, label: labelSize(link.lines) }))
    lastEdges.current = reconcileEdges(lastEdges.current, graph, routeLinks(cards, links), marks, highlight)
    return lastEdges.current
  }, [nodes, graph, marks, highlight])

  const onViewportMove = useShowAll(opened)
  const load = useLoadScope()

  const select = (element: ElementRef | undefined) => stores.view.getState().select(element, 'canvas')
  // React Flow tells of what it selects and of what it lets go in two calls, so this must be the newest selection.
  const selected = () => stores.view.getState().selection
  const elementOf = (id: string): ElementRef | undefined => {
    const node = graph.nodes.find((candidate) => candidate.id === id)
    return node && elementOfNode(node)
  }
  const commitPositions = () =>
    stores.scenario.getState().moveNodes(Object.fromEntries(getNodes().map(({ id, position }) => [id, position])))

  // A click on a connection point connects; the card around it must not be selected by the same click.
  const clickConnects = useRef(false)
  const onClick = (event: MouseEvent) => {
    clickConnects.current = event.target instanceof Element && event.target.closest('.react-flow__handle') !== null
  }

  const onNodesChange = (changes: NodeChange<CardNode>[]) => {
    setNodes((before) =>
      applyNodeChanges(
        changes.filter(({ type }) => type !== 'select'),
        before,
      ),
    )
    for (const change of changes) {
      if (change.type !== 'select') continue
      if (clickConnects.current) continue
      if (change.selected) select(elementOf(change.id))
      else if (change.id === nodeIdOf(selected(), graph)) select(undefined)
    }
  }
  const onEdgesChange = (changes: EdgeChange<LinkEdge>[]) => {
    for (const change of changes) {
      if (change.type !== 'select') continue
      if (change.selected) select({ kind: 'edge', id: change.id })
      else if (change.id === linkIdOf(selected())) select(undefined)
    }
  }
  const connect = ({ source, target }: Pick<Connection, 'source' | 'target'>) => {
    const made = applyEdit((text) => scenarioEdits.addEdge(text, source, target))
    if (made.ok && made.id !== undefined) select({ kind: 'edge', id: made.id })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    clickConnects.current = false
    const id = elementIdOf(event.target)
    if (id === undefined) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      select(elementOf(id) ?? { kind: 'edge', id })
      onRequestDelete()
    }
    const step = arrowKeys[event.key]
    if (!step || !elementOf(id)) return
    event.preventDefault()
    event.stopPropagation()
    const factor = event.shiftKey ? 5 : 1
    setNodes((before) =>
      before.map((node) =>
        node.id === id
          ? { ...node, position: { x: node.position.x + factor * step.x, y: node.position.y + factor * step.y } }
          : node,
      ),
    )
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are handled for the focusable cards and arrows inside.
    <div
      className={styles.flow}
      style={{ '--canvas-zoom': zoom } as CSSProperties}
      onClickCapture={onClick}
      onKeyDownCapture={onKeyDown}
      onKeyUp={(event) => event.key in arrowKeys && elementIdOf(event.target) !== undefined && commitPositions()}
    >
      <LoadContext value={load}>
        <ReactFlow<CardNode, LinkEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          ariaLabelConfig={ariaLabels}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeClick={(_event, node) => !clickConnects.current && select(elementOf(node.id))}
          onNodeDragStop={commitPositions}
          onPaneClick={() => select(undefined)}
          onMoveStart={onViewportMove}
          onConnect={connect}
          selectNodesOnDrag={false}
          connectionRadius={32}
          minZoom={0.05}
          maxZoom={2}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          zoomOnDoubleClick={false}
        >
          <Background gap={20} size={1} />
        </ReactFlow>
      </LoadContext>
      {load && <p className={styles.load}>Load: {load.text}</p>}
    </div>
  )
}

/** Id of the card or arrow that has the focus. */
function elementIdOf(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.matches('.react-flow__node, .react-flow__edge')
    ? (target.getAttribute('data-id') ?? undefined)
    : undefined
}

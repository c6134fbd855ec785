import { useReactFlow } from '@xyflow/react'
import { Network, PanelRight, Plus, Scan, Trash2, ZoomIn, ZoomOut } from 'lucide-react'
import type { DragEvent } from 'react'
import { nodeViews, type PaletteKind, paletteKinds } from '../../catalog/views'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { MaximizeButton } from '../shell/MaximizeButton'
import styles from './CanvasPane.module.css'
import { useFitGraph } from './useFitGraph'

const DRAG_TYPE = 'application/x-asyncflow-node'

/** The palette entry that is being dragged; undefined for anything else. */
export function paletteKindOf(transfer: DataTransfer): PaletteKind | undefined {
  return paletteKinds.find((kind) => transfer.types.includes(`${DRAG_TYPE}-${kind}`))
}

interface CanvasToolbarProps {
  readonly canDelete: boolean
  readonly hasLoadBalancer: boolean
  readonly inspectorOpen: boolean
  readonly onAdd: (kind: PaletteKind) => void
  readonly onArrange: () => void
  readonly onDelete: () => void
  readonly onToggleInspector: () => void
}

/** Palette at the left, view controls at the right. */
export function CanvasToolbar(props: CanvasToolbarProps) {
  const { zoomIn, zoomOut } = useReactFlow()
  const fitGraph = useFitGraph()
  const drag = (event: DragEvent, kind: PaletteKind) => {
    event.dataTransfer.setData(`${DRAG_TYPE}-${kind}`, kind)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Canvas tools">
      {paletteKinds.map((kind) => {
        const { label, description } = nodeViews[kind].palette
        const taken = kind === 'load-balancer' && props.hasLoadBalancer
        return (
          <Button
            key={kind}
            size="s"
            icon={<Plus size={14} />}
            aria-label={`Add ${label.toLowerCase()}`}
            title={taken ? 'There is one already.' : `${description} Click to add, or drag it onto the canvas.`}
            disabled={taken}
            draggable={!taken}
            onDragStart={(event) => drag(event, kind)}
            onClick={() => props.onAdd(kind)}
          >
            {label}
          </Button>
        )
      })}
      <IconButton
        label="Delete selection"
        shortcut="Delete"
        icon={<Trash2 size={15} />}
        disabled={!props.canDelete}
        onClick={props.onDelete}
      />
      <span className={styles.spring} />
      <IconButton label="Auto-layout" icon={<Network size={15} />} onClick={props.onArrange} />
      <IconButton label="Zoom out" icon={<ZoomOut size={15} />} onClick={() => zoomOut()} />
      <IconButton label="Zoom in" icon={<ZoomIn size={15} />} onClick={() => zoomIn()} />
      <IconButton label="Show all" icon={<Scan size={15} />} onClick={fitGraph} />
      <IconButton
        label="Inspector"
        icon={<PanelRight size={15} />}
        aria-pressed={props.inspectorOpen}
        onClick={props.onToggleInspector}
      />
      <MaximizeButton pane="canvas" />
    </div>
  )
}

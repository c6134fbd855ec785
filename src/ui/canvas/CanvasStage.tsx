import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useRef, useState } from 'react'
import type { Scenario } from '../../catalog/specs'
import type { PaletteKind } from '../../catalog/views'
import { scenarioEdits } from '../../scenario/edit'
import { classNames } from '../../widgets/classNames'
import { useKeepFocus } from '../../widgets/useKeepFocus'
import { type Freshness, selectFreshness } from '../drawnScenario'
import { useScenario, useStudio, useView } from '../studio'
import { useEdit } from '../useEdit'
import { CanvasFlow } from './CanvasFlow'
import styles from './CanvasPane.module.css'
import { CanvasToolbar, paletteKindOf } from './CanvasToolbar'
import { DeleteDialog } from './DeleteDialog'
import { type Deletion, deletionOf } from './deletion'
import { cardSize } from './geometry'
import { arrange } from './placement'
import { usePlacement } from './usePlacement'

const freshnessText: Readonly<Record<Freshness, string>> = {
  current: '',
  faulty: 'The text has errors: it cannot run yet',
  outdated: 'Not up to date: the text has errors',
}

interface CanvasStageProps {
  readonly scenario: Scenario
  readonly inspectorOpen: boolean
  readonly onToggleInspector: () => void
}

/** Toolbar and drawing, and the actions that both of them offer. */
export function CanvasStage({ scenario, inspectorOpen, onToggleInspector }: CanvasStageProps) {
  const stores = useStudio()
  const freshness = useScenario(selectFreshness)
  const selection = useView((state) => state.selection)
  const { placement, positions, wish } = usePlacement(scenario)
  const { screenToFlowPosition } = useReactFlow()
  const [asked, setAsked] = useState<Deletion>()
  const applyEdit = useEdit('canvas')
  const container = useRef<HTMLElement>(null)
  const keepFocus = useKeepFocus(container)

  const add = (kind: PaletteKind, at?: { x: number; y: number }) => {
    const made = applyEdit((text) => {
      const edit = kind === 'server' ? scenarioEdits.addServer(text) : scenarioEdits.addLoadBalancer(text)
      if (edit.ok && edit.id !== undefined && at) wish(edit.id, at)
      return edit
    })
    if (!made.ok) return
    stores.view.getState().select(kind === 'server' ? { kind, id: made.id ?? '' } : { kind: 'load-balancer' }, 'canvas')
  }

  const drop = (event: DragEvent) => {
    const kind = paletteKindOf(event.dataTransfer)
    if (!kind) return
    event.preventDefault()
    const point = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    add(kind, { x: Math.round(point.x - cardSize.width / 2), y: Math.round(point.y - cardSize.height / 2) })
  }

  const remove = (deletion: Deletion) => {
    setAsked(undefined)
    if (applyEdit(deletion.edit).ok) stores.view.getState().select(undefined, 'canvas')
  }

  const requestDelete = () => {
    const deletion = deletionOf(stores.view.getState().selection, scenario)
    if (!deletion) {
      stores.view.getState().notify({
        severity: 'info',
        message: 'Select a server, the load balancer or an edge to delete it. Workload and client always stay.',
      })
    } else if (deletion.along.length > 0) setAsked(deletion)
    else remove(deletion)
  }

  return (
    <section ref={container} className={styles.stage} aria-label="Canvas" tabIndex={-1} {...keepFocus}>
      <CanvasToolbar
        canDelete={deletionOf(selection, scenario) !== undefined}
        hasLoadBalancer={Boolean(scenario.topology_graph.nodes.load_balancer)}
        inspectorOpen={inspectorOpen}
        onAdd={add}
        onArrange={() => stores.scenario.getState().moveNodes(arrange(placement))}
        onDelete={requestDelete}
        onToggleInspector={onToggleInspector}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the palette's buttons add as well. */}
      <div
        className={classNames(styles.drawing, freshness === 'outdated' && styles.outdated)}
        onDragOver={(event) => paletteKindOf(event.dataTransfer) !== undefined && event.preventDefault()}
        onDrop={drop}
      >
        <CanvasFlow placement={placement} positions={positions} onRequestDelete={requestDelete} />
        <p className={styles.freshness} role="status">
          {freshnessText[freshness]}
        </p>
      </div>
      {asked && <DeleteDialog deletion={asked} onConfirm={() => remove(asked)} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

import { type ReactFlowState, useNodesInitialized, useStore, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { boxAt, cardSize, overlaps } from './geometry'
import { useFitGraph } from './useFitGraph'

/**
 * Shows everything once the drawing is measured, whenever another document is opened, and whenever a card comes or
 * goes or the pane changes its size, until the person zooms or pans: from then on the view is theirs, as long as there
 * is a card in it.
 * Answers with the handler of React Flow's `onMoveStart`.
 */
export function useShowAll(opened: number): (event: MouseEvent | TouchEvent | null) => void {
  const fitGraph = useFitGraph()
  const measured = useNodesInitialized()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const cards = useStore((state) => state.nodes.length)
  const store = useStoreApi()
  const shownDocument = useRef(-1)
  const moved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size or number is a reason to fit again.
  useEffect(() => {
    if (!measured) return
    if (shownDocument.current === opened && moved.current && isAnyCardInSight(store.getState())) return
    shownDocument.current = opened
    moved.current = false
    fitGraph()
  }, [measured, width, height, cards, opened, fitGraph, store])
  return (event) => {
    if (event) moved.current = true
  }
}

function isAnyCardInSight({ nodes, transform: [left, top, zoom], width, height }: ReactFlowState): boolean {
  const sight = { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom }
  return nodes.some(({ position }) => overlaps(sight, boxAt(position, cardSize)))
}

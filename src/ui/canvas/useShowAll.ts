import { useNodesInitialized, useStore } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useFitGraph } from './useFitGraph'

/**
 * Shows everything once the drawing is measured, whenever another document is opened, and whenever the pane changes
 * its size, until the person zooms or pans: from then on the view is theirs.
 * Answers with the handler of React Flow's `onMoveStart`.
 */
export function useShowAll(opened: number): (event: MouseEvent | TouchEvent | null) => void {
  const fitGraph = useFitGraph()
  const measured = useNodesInitialized()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const shownDocument = useRef(-1)
  const moved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size is a reason to fit again.
  useEffect(() => {
    if (!measured) return
    if (shownDocument.current === opened && moved.current) return
    shownDocument.current = opened
    moved.current = false
    fitGraph()
  }, [measured, width, height, opened, fitGraph])
  return (event) => {
    if (event) moved.current = true
  }
}

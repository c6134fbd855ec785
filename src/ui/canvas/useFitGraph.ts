import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback } from 'react'
import type { CardNode, LinkEdge } from './flow'
import { labelSize } from './flow'
import { boundsOf, boxAt, cardSize, centredAt } from './geometry'

/** Never larger than life, never too small to read. */
const MIN_ZOOM = 0.3
const MAX_ZOOM = 1
const PADDING = '16px'

/** Shows everything: cards, arrows and labels. */
export function useFitGraph(): () => void {
  const { getNodes, getEdges, setViewport } = useReactFlow<CardNode, LinkEdge>()
  const store = useStoreApi()
  return useCallback(() => {
    const { width, height } = store.getState()
    const cards = getNodes().map(({ position }) => boxAt(position, cardSize))
    const arrows = getEdges().flatMap(({ data }) =>
      data
        ? [
            ...data.route.points.map((point) => boxAt(point, { width: 0, height: 0 })),
            centredAt(data.route.label, labelSize(data.link.lines)),
          ]
        : [],
    )
    const bounds = boundsOf([...cards, ...arrows])
    if (!bounds || width === 0 || height === 0) return
    void setViewport(getViewportForBounds(bounds, width, height, MIN_ZOOM, MAX_ZOOM, PADDING))
  }, [getNodes, getEdges, setViewport, store])
}

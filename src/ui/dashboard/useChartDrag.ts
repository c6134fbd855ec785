import { type PointerEvent, useEffect, useState } from 'react'

/** A chart and where its card is within the dashboard [px]. */
export interface ChartPlace {
  readonly id: string
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
}

/** A chart that is being dragged, and the one whose place it would take. */
export interface ChartDrag {
  readonly chart: ChartPlace
  readonly target: ChartPlace | undefined
}

/**
 * Dragging charts by their grips, with any pointer; Escape, or letting go elsewhere, changes nothing. The handlers
 * belong to the dashboard, an element that its cards are placed by.
 * @param onDrop a chart was dropped on another
 */
export function useChartDrag(onDrop: (id: string, target: string) => void) {
  const [drag, setDrag] = useState<ChartDrag>()
  const isDragging = drag !== undefined
  useEffect(() => {
    if (!isDragging) return
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setDrag(undefined)
    }
    // Before anyone else, to whom Escape means something of their own.
    addEventListener('keydown', cancel, { capture: true })
    return () => removeEventListener('keydown', cancel, { capture: true })
  }, [isDragging])

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null
      const card = grip?.closest<HTMLElement>('[data-chart]')
      if (!card || event.button !== 0) return
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ chart: placeOf(card), target: undefined })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag === undefined) return
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-chart]')
      const id = under && event.currentTarget.contains(under) ? under.dataset.chart : undefined
      if (id === drag.target?.id) return
      const target = under && id !== undefined && id !== drag.chart.id ? placeOf(under) : undefined
      setDrag({ ...drag, target })
      if (target) under?.scrollIntoView({ block: 'nearest' })
    },
    onPointerUp() {
      if (drag?.target) onDrop(drag.chart.id, drag.target.id)
      setDrag(undefined)
    },
    onPointerCancel: () => setDrag(undefined),
  }
  return { drag, handlers }
}

function placeOf(card: HTMLElement): ChartPlace {
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = card
  return { id: card.dataset.chart ?? '', box: { left, top, width, height } }
}

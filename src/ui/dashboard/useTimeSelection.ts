import { type PointerEvent, useState } from 'react'
import { PLOT } from './chartSize'
import type { TimeWindow } from './decimate'
import type { Place } from './usePlace'

/** Shorter drags are slips of a click [px]. */
const SHORTEST_DRAG = 6

/** A drag over a time chart selects the time to zoom into. Mouse and pen only: a finger scrolls the page. */
export function useTimeSelection(
  place: Place<HTMLElement>,
  window: TimeWindow,
  onSelect: (window: TimeWindow) => void,
) {
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>()
  const plotWidth = place.width - PLOT.left - PLOT.right
  const positionOf = (event: PointerEvent) => {
    const x = event.clientX - (place.ref.current?.getBoundingClientRect().left ?? 0) - PLOT.left
    return Math.min(plotWidth, Math.max(0, x))
  }
  const timeAt = (x: number) => window.start + (x / plotWidth) * (window.end - window.start)

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || event.pointerType === 'touch') return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: positionOf(event), to: positionOf(event) })
    },
    onPointerMove(event: PointerEvent) {
      if (drag) setDrag({ from: drag.from, to: positionOf(event) })
    },
    onPointerUp() {
      setDrag(undefined)
      if (drag === undefined || Math.abs(drag.to - drag.from) < SHORTEST_DRAG) return
      const [start, end] = [drag.from, drag.to].sort((a, b) => a - b) as [number, number]
      onSelect({ start: timeAt(start), end: timeAt(end) })
    },
    onPointerCancel() {
      setDrag(undefined)
    },
  }
  const rectangle = drag && {
    left: PLOT.left + Math.min(drag.from, drag.to),
    width: Math.abs(drag.to - drag.from),
  }
  return { handlers, rectangle }
}

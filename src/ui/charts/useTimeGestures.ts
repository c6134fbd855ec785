import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'
import type { TimeWindow } from '../../store/contracts'
import { useStudio } from '../studio'
import { timeKey } from './timeKeys'
import type { TimeScale } from './timeScale'
import { placeOnPlot, useWheelZoom } from './useWheelZoom'

/** Shorter drags are slips of a click [px]. */
const SHORTEST_DRAG = 6

/**
 * What a pointer and keys do on a time chart, and so on all of them: moving marks a time, a click keeps it, a drag
 * selects and zooms, Ctrl with the wheel zooms; keys as in {@link timeKey}. A finger only marks a time, since its drag
 * scrolls the page.
 */
export function useTimeGestures(plot: RefObject<HTMLElement | null>, { whole, window }: TimeScale) {
  const { time } = useStudio()
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>()
  const look = time.getState().look
  const timeAt = ({ clientX, currentTarget }: PointerEvent) =>
    window.start + placeOnPlot(clientX, currentTarget) * (window.end - window.start)
  const isSlip = ({ from, to }: { from: number; to: number }) => {
    const width = plot.current?.getBoundingClientRect().width ?? 0
    return (Math.abs(to - from) / (window.end - window.start)) * width < SHORTEST_DRAG
  }
  useWheelZoom(plot, whole)

  const handlers = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      const at = timeAt(event)
      if (event.pointerType === 'touch') return look({ pinned: at, pointed: undefined })
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: at, to: at })
    },
    onPointerMove(event: PointerEvent) {
      if (event.pointerType === 'touch') return
      const at = timeAt(event)
      look({ pointed: at })
      if (drag) setDrag({ from: drag.from, to: at })
    },
    onPointerUp() {
      if (drag === undefined) return
      setDrag(undefined)
      if (isSlip(drag)) return look({ pinned: drag.to })
      const chosen = inOrder(drag)
      look({ selection: chosen, zoom: chosen, pointed: undefined })
    },
    onPointerLeave: () => look({ pointed: undefined }),
    onPointerCancel() {
      setDrag(undefined)
      look({ pointed: undefined })
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const change = timeKey(event, time.getState(), whole)
      if (change === undefined) return
      event.preventDefault()
      look(change)
    },
  }
  return { handlers, drag: drag && inOrder(drag) }
}

function inOrder({ from, to }: { readonly from: number; readonly to: number }): TimeWindow {
  return { start: Math.min(from, to), end: Math.max(from, to) }
}

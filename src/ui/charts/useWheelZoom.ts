import { type RefObject, useEffect } from 'react'
import type { TimeWindow } from '../../store/contracts'
import { useStudio } from '../studio'
import { PLOT } from './chartSize'
import { scaled } from './timeKeys'

/** Turning the wheel so far [px] doubles or halves the window; a notch of most wheels is as much. */
const DOUBLING = 100
/** Height of a line, for wheels that count lines [px]. */
const LINE = 16

/** Ctrl or ⌘ with the wheel, which is also what a pinch on a touchpad sends, zooms all time charts around the pointer. */
export function useWheelZoom(plot: RefObject<HTMLElement | null>, whole: TimeWindow): void {
  const { time } = useStudio()
  useEffect(() => {
    const element = plot.current
    if (element === null) return
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { zoom: zoomed, look } = time.getState()
      const window = zoomed ?? whole
      const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1)
      const pointed = window.start + placeOnPlot(event.clientX, element) * (window.end - window.start)
      look({ pointed, zoom: scaled(window, pointed, 2 ** (turned / DOUBLING), whole) })
    }
    // React's own listeners cannot keep the browser from zooming the page.
    element.addEventListener('wheel', zoom, { passive: false })
    return () => element.removeEventListener('wheel', zoom)
  }, [plot, time, whole])
}

/** Where between the left (0) and the right end (1) of its plot something on a chart is; beyond an end, at the end. */
export function placeOnPlot(clientX: number, chart: Element): number {
  const { left, width } = chart.getBoundingClientRect()
  return Math.min(1, Math.max(0, (clientX - left - PLOT.left) / (width - PLOT.left - PLOT.right)))
}

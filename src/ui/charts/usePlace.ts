import { type RefObject, useEffect, useRef, useState } from 'react'

/** Where an element stands: how wide it is, and whether it can be seen. */
export interface Place<E extends Element> {
  readonly ref: RefObject<E | null>
  /** [px], whole; 0 while it is not laid out. */
  readonly width: number
  readonly inView: boolean
}

/** Observes the width of an element and whether it is on screen, or nearly. */
export function usePlace<E extends Element>(): Place<E> {
  const ref = useRef<E>(null)
  const [width, setWidth] = useState(0)
  const [inView, setInView] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const size = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    const sight = new IntersectionObserver(([entry]) => setInView(entry?.isIntersecting ?? false), {
      rootMargin: '80px',
    })
    size.observe(element)
    sight.observe(element)
    return () => {
      size.disconnect()
      sight.disconnect()
    }
  }, [])
  return { ref, width, inView }
}

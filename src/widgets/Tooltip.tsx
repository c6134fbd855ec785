import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Tooltip.module.css'

const DELAY_MS = 400
const GAP_PX = 6

/**
 * Shows `text` near its only child while the child is hovered or has the keyboard focus; Escape hides it.
 * It repeats what is said elsewhere (a label, an `aria-description`), so it is hidden from screen readers.
 */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const showSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(true), DELAY_MS)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setOpen(false)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const target = anchor.current?.firstElementChild
    if (!open || !bubble.current || !target) return
    bubble.current.showPopover()
    placeNear(bubble.current, target.getBoundingClientRect())
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    addEventListener('keydown', hideOnEscape)
    return () => removeEventListener('keydown', hideOnEscape)
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the span only listens for what happens to its child.
    <span
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={(event) => event.pointerType === 'mouse' && showSoon()}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && showSoon()}
      onBlur={hide}
    >
      {children}
      {open && (
        <span ref={bubble} className={styles.bubble} popover="manual" aria-hidden="true">
          {text}
        </span>
      )}
    </span>
  )
}

/** Below the target, or above it where there is no room; never outside of the window. */
function placeNear(bubble: HTMLElement, target: DOMRect): void {
  const { width, height } = bubble.getBoundingClientRect()
  const left = target.left + target.width / 2 - width / 2
  const below = target.bottom + GAP_PX
  const top = below + height > innerHeight ? target.top - GAP_PX - height : below
  bubble.style.left = `${Math.max(4, Math.min(left, innerWidth - width - 4))}px`
  bubble.style.top = `${Math.max(4, top)}px`
}

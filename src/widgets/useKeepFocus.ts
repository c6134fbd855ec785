import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the keyboard's place when the control that has the focus disappears with what it stood for (a deleted card,
 * a removed step): the container, which needs `tabIndex={-1}`, takes the focus.
 */
export function useKeepFocus(container: RefObject<HTMLElement | null>) {
  const within = useRef(false)
  useEffect(() => {
    if (!within.current || document.activeElement !== document.body) return
    container.current?.focus({ preventScroll: true })
  })
  return {
    onFocus: () => {
      within.current = true
    },
    // Removing an element fires no blur that React passes on, so this is a person's own leaving.
    onBlur: ({ currentTarget, relatedTarget, target }: FocusEvent<HTMLElement>) => {
      if (target.isConnected && !currentTarget.contains(relatedTarget)) within.current = false
    },
  }
}

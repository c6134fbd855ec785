import { useState } from 'react'

/**
 * Whether a pointer has come to an element, or the focus: what only then can be needed is made only then.
 * Stays true afterwards.
 */
export function useTouched() {
  const [touched, setTouched] = useState(false)
  const touch = () => setTouched(true)
  return { touched, handlers: { onPointerEnter: touch, onFocus: touch } }
}

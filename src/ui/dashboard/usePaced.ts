import { useEffect, useRef, useState } from 'react'
import { FramePacer } from './framePacer'

const pacer = new FramePacer((callback) => requestAnimationFrame(callback))

/**
 * Follows `value` while `active`: one follower per animation frame, all on the page together.
 * Undefined until the first turn; keeps what it has while inactive.
 */
export function usePaced<T extends object>(value: T, active: boolean): T | undefined {
  const [shown, setShown] = useState<T>()
  const owner = useRef({}).current
  useEffect(() => {
    if (active) pacer.schedule(owner, () => setShown(value))
    else pacer.cancel(owner)
  }, [owner, value, active])
  useEffect(() => () => pacer.cancel(owner), [owner])
  return shown
}

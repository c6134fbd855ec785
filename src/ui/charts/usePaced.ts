import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { FramePacer } from './framePacer'

const pacer = new FramePacer({
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  wait: (callback, ms) => setTimeout(callback, ms),
})

/**
 * Follows `value` while `active`: one follower per animation frame, all on the page together.
 * Undefined until the first turn; keeps what it has while inactive.
 */
export function usePaced<T extends object>(value: T, active: boolean): T | undefined {
  const [shown, setShown] = useState<T>()
  const owner = useRef({}).current
  useEffect(() => {
    // Drawn within the job, so that the pacer knows what it cost.
    if (active) pacer.schedule(owner, () => flushSync(() => setShown(value)))
    else pacer.cancel(owner)
  }, [owner, value, active])
  useEffect(() => () => pacer.cancel(owner), [owner])
  return shown
}

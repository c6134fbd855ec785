import { useCallback, useEffect, useState } from 'react'
import type { CreateSurface } from './surface'

/** How far the full editor has come. It is a large chunk, loaded after the first paint and only where it is used. */
export type MonacoLoad =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly createSurface: CreateSurface }
  | { readonly phase: 'failed'; readonly retry: () => void }

let loaded: CreateSurface | undefined

/** Loads Monaco while `wanted`, once for the whole page. */
export function useMonaco(wanted: boolean): MonacoLoad {
  const [attempt, setAttempt] = useState(0)
  const [createSurface, setCreateSurface] = useState<CreateSurface | undefined>(() => loaded)
  const [failedAttempt, setFailedAttempt] = useState<number>()

  useEffect(() => {
    if (!wanted || loaded !== undefined) return
    let isCurrent = true
    const load = () =>
      import('./monaco').then(
        (module) => {
          loaded = module.createMonacoSurface
          if (isCurrent) setCreateSurface(() => loaded)
        },
        (error: unknown) => {
          console.error('The full editor could not be loaded.', error)
          if (isCurrent) setFailedAttempt(attempt)
        },
      )
    const cancel = afterPaint(load)
    return () => {
      isCurrent = false
      cancel()
    }
  }, [wanted, attempt])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  if (createSurface !== undefined) return { phase: 'ready', createSurface }
  return failedAttempt === attempt ? { phase: 'failed', retry } : { phase: 'loading' }
}

/** Calls `task` when the browser has painted and has nothing better to do. */
function afterPaint(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(task, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(task, 200)
  return () => clearTimeout(handle)
}

import type { CheckEvent } from '../validation/checkSimulator'
import type { CheckEnd, CheckHandle, CheckMessage } from './checkProtocol'

/** Checks the simulator in a Worker of its own, which lives as long as the check. */
export function startCheck(onEvent: (event: CheckEvent) => void): CheckHandle {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
  const { promise: end, resolve } = Promise.withResolvers<CheckEnd>()
  const finish = (checkEnd: CheckEnd) => {
    worker.terminate()
    resolve(checkEnd)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<CheckMessage>) => {
    if (data.kind === 'end') finish({ phase: 'done' })
    else onEvent(data)
  })
  worker.addEventListener('error', ({ message }) =>
    finish({ phase: 'failed', message: message || 'The check’s worker could not be started or broke down.' }),
  )
  return { cancel: () => finish({ phase: 'cancelled' }), end }
}

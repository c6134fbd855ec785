import { wrap } from 'comlink'
import type { Pairing } from '../engine/pairing'
import type { RequestLog } from '../engine/runResult'
import { abortOf } from './abort'
import { breakdownOf } from './breakdown'
import type { PairingWorkerApi } from './pairing.worker'

/** Matches the requests of two runs in a Worker of its own, which ends with the task or when `signal` says so. */
export async function pairInWorker(before: RequestLog, after: RequestLog, signal: AbortSignal): Promise<Pairing> {
  const worker = new Worker(new URL('./pairing.worker.ts', import.meta.url), { type: 'module' })
  try {
    const { pairRequests } = wrap<PairingWorkerApi>(worker)
    return await Promise.race([pairRequests(before, after), breakdownOf(worker), abortOf(signal)])
  } finally {
    worker.terminate()
  }
}

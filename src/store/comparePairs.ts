import type { Pairing } from '../engine/pairing'
import { pairInWorker } from '../worker/pairingClient'
import type { FinishedRun } from './finishedRun'

/**
 * What became of the requests of one run in another, found away from the page. Rejects when `signal` ends the work, or
 * when it cannot be done, for example for want of memory.
 */
export function pairRuns(before: FinishedRun, after: FinishedRun, signal: AbortSignal): Promise<Pairing> {
  return pairInWorker(before.result.requests, after.result.requests, signal)
}

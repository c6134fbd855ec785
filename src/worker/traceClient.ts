import { wrap } from 'comlink'
import type { RequestLog } from '../engine/runResult'
import { abortOf } from './abort'
import { breakdownOf } from './breakdown'
import type { RunRequest } from './protocol'
import type { TracedRequests, TraceWorkerApi } from './trace.worker'

/** Requests of each kind that are followed. */
const MOST = 25

/**
 * Follows the slowest, the failed and some other requests of a run, in a Worker of its own, which ends with the task or
 * when `signal` says so. Takes about as long as the run did.
 */
export async function traceInWorker(
  request: RunRequest,
  log: RequestLog,
  signal: AbortSignal,
): Promise<TracedRequests> {
  const worker = new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' })
  try {
    const { trace } = wrap<TraceWorkerApi>(worker)
    return await Promise.race([trace(request, log, MOST), breakdownOf(worker), abortOf(signal)])
  } finally {
    worker.terminate()
  }
}

import { wrap } from 'comlink'
import type { Sampling } from '../engine/requestChoice'
import type { RequestLog } from '../engine/runResult'
import { abortOf } from './abort'
import { breakdownOf } from './breakdown'
import type { RunRequest } from './protocol'
import type { TraceWorkerApi } from './trace.worker'
import type { TracedRequests } from './traceChosen'

/**
 * Follows the slowest, the failed and a sample of the requests of a run, in a Worker of its own, which ends with the task
 * or when `signal` says so. Takes about as long as the run did.
 */
export async function traceInWorker(
  request: RunRequest,
  log: RequestLog,
  sampling: Sampling,
  signal: AbortSignal,
): Promise<TracedRequests> {
  const worker = new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' })
  try {
    const { trace } = wrap<TraceWorkerApi>(worker)
    return await Promise.race([trace(request, log, sampling), breakdownOf(worker), abortOf(signal)])
  } finally {
    worker.terminate()
  }
}

import { type Remote, wrap } from 'comlink'
import type {
  PlanWorkerApi,
  VariantEnd,
  VariantHandle,
  VariantRequest,
  WhatIfPool,
  WhatIfWorkerApi,
} from './whatIfProtocol'

interface PooledWorker {
  readonly worker: Worker
  readonly api: Remote<WhatIfWorkerApi>
}

interface Planner extends Pick<WhatIfPool, 'prepare'> {
  readonly worker: Worker
}

/**
 * Workers that run variants, and one that prepares them. A Worker that is done waits for the next variant; one whose
 * variant is cancelled is terminated, so that nothing goes on that nobody wants to know.
 */
export function createWhatIfPool(size = poolSize(navigator.hardwareConcurrency)): WhatIfPool {
  const idle: PooledWorker[] = []
  let planner: Planner | undefined
  return {
    size,
    prepare(question) {
      planner ??= startPlanner()
      return planner.prepare(question)
    },
    run: (request) => startVariant(idle.pop() ?? startWorker(), request, (worker) => idle.push(worker)),
    release() {
      for (const { worker } of idle.splice(0)) worker.terminate()
      planner?.worker.terminate()
      planner = undefined
    },
  }
}

/** One core stays for the page; more than four Workers would compete with it for memory. */
export function poolSize(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1))
}

function startWorker(): PooledWorker {
  const worker = new Worker(new URL('./whatIf.worker.ts', import.meta.url), { type: 'module' })
  return { worker, api: wrap<WhatIfWorkerApi>(worker) }
}

function startPlanner(): Planner {
  const worker = new Worker(new URL('./whatIfPlan.worker.ts', import.meta.url), { type: 'module' })
  const api = wrap<PlanWorkerApi>(worker)
  const death = new Promise<never>((_, reject) =>
    worker.addEventListener('error', ({ message }) => reject(new Error(message || BROKEN))),
  )
  return {
    worker,
    prepare: (question) =>
      Promise.race([api.prepare(question), death]).catch((error: Error) => ({
        ok: false,
        value: question.value,
        reason: error.message,
      })),
  }
}

const BROKEN = 'The run’s worker could not be started or broke down.'

function startVariant(
  pooled: PooledWorker,
  request: VariantRequest,
  giveBack: (worker: PooledWorker) => void,
): VariantHandle {
  const { worker, api } = pooled
  const { promise: end, resolve } = Promise.withResolvers<VariantEnd>()
  let ended = false
  const finish = (variantEnd: VariantEnd): void => {
    if (ended) return
    ended = true
    worker.removeEventListener('error', onDeath)
    if (variantEnd.phase === 'done') giveBack(pooled)
    else worker.terminate()
    resolve(variantEnd)
  }
  const onDeath = ({ message }: ErrorEvent): void => finish({ phase: 'failed', reason: message || BROKEN })
  worker.addEventListener('error', onDeath)
  api.run(request).then(finish, (error: Error) => finish({ phase: 'failed', reason: error.message }))
  return { cancel: () => finish({ phase: 'cancelled' }), end }
}

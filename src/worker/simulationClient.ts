import { type Remote, transfer, wrap } from 'comlink'
import type {
  FrameMessage,
  RunEnd,
  RunFailure,
  RunFrame,
  RunHandle,
  RunRequest,
  SimulationClient,
  SimulationWorkerApi,
} from './protocol'

/** After this much silence a running Worker counts as lost [ms]. */
const SILENCE_MS = 5_000
/** A cancelled run that has not ended by then is ended by force [ms]. */
const CANCEL_MS = 400
const WATCH_MS = 500

interface LiveWorker {
  readonly worker: Worker
  readonly api: Remote<SimulationWorkerApi>
}

/**
 * Runs scenarios in a Worker that is kept warm, and survives its death: whatever happens to the
 * Worker, the run ends, and the next one gets a fresh Worker. A comlink call to a dead Worker never
 * settles, so every run is also ended from here.
 */
export function createSimulationClient(): SimulationClient {
  let live: LiveWorker | undefined = startWorker()

  function replaceWorker(): void {
    live?.worker.terminate()
    live = startWorker()
  }

  return {
    run(request: RunRequest, onFrame: (frame: RunFrame) => void): RunHandle {
      live ??= startWorker()
      return startRun(live, replaceWorker, request, onFrame)
    },
  }
}

function startWorker(): LiveWorker {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' })
  return { worker, api: wrap<SimulationWorkerApi>(worker) }
}

function startRun(
  { worker, api }: LiveWorker,
  replaceWorker: () => void,
  request: RunRequest,
  onFrame: (frame: RunFrame) => void,
): RunHandle {
  const { port1, port2 } = new MessageChannel()
  const { promise: end, resolve } = Promise.withResolvers<RunEnd>()
  let ended = false
  let paused = false
  let simulatedSeconds = 0
  let lastSign = performance.now()
  let lastWatch = lastSign

  const finish = (runEnd: RunEnd): void => {
    if (ended) return
    ended = true
    clearInterval(watch)
    port1.close()
    worker.removeEventListener('error', onDeath)
    resolve(runEnd)
  }
  const fail = (code: RunFailure['code'], message: string): void => {
    if (ended) return
    if (code === 'worker-died' || code === 'worker-silent') replaceWorker()
    finish({ phase: 'failed', failure: { code, message, simulatedSeconds, seed: request.seed } })
  }
  const onDeath = (event: ErrorEvent): void =>
    fail('worker-died', event.message || 'The simulation stopped: its worker could not be started or broke down.')

  // A page that slept (laptop lid, frozen tab) has no right to complain about silence.
  const watch = setInterval(() => {
    const now = performance.now()
    const pageSlept = now - lastWatch > 4 * WATCH_MS
    lastWatch = now
    if (paused || pageSlept) lastSign = now
    else if (now - lastSign > SILENCE_MS) {
      fail('worker-silent', 'The simulation stopped answering and was ended.')
    }
  }, WATCH_MS)

  port1.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
    if (ended) return
    lastSign = performance.now()
    if (data.kind === 'beat') {
      simulatedSeconds = data.simulatedSeconds
      return
    }
    simulatedSeconds = data.frame.view.simulatedSeconds
    onFrame(data.frame)
    requestAnimationFrame(() => port1.postMessage(undefined))
  }
  worker.addEventListener('error', onDeath)
  api.run(request, transfer(port2, [port2])).then(finish, (error: Error) => fail('invariant', error.message))

  return {
    pause() {
      if (ended) return
      paused = true
      void api.pause()
    },
    resume() {
      if (ended) return
      paused = false
      lastSign = performance.now()
      void api.resume()
    },
    setPace(pace) {
      if (!ended) void api.setPace(pace)
    },
    cancel() {
      if (ended) return
      void api.cancel()
      setTimeout(() => {
        if (ended) return
        replaceWorker()
        finish({ phase: 'cancelled', result: undefined })
      }, CANCEL_MS)
    },
    end,
  }
}

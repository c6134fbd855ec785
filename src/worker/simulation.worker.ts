import { expose, transfer } from 'comlink'
import { columnsIn } from '../base/columns'
import { Run } from '../engine/run'
import type { RunView } from '../engine/runResult'
import { keepSpecimen } from '../engine/specimen'
import type { FrameMessage, RunRequest, SimulationWorkerApi, WorkerEnd } from './protocol'
import { yieldToMessages } from './yieldToMessages'

/** Wall-clock length of a slice between two looks at the messages [ms]. */
const SLICE_MS = 10
/** The first picture follows soon: the person waits for it [ms]. */
const FIRST_FRAME_MS = 30
/** At most four pictures a second reach the page [ms]. */
const FRAME_MS = 250
/** Sign of life while no picture may be sent [ms]. */
const BEAT_MS = 400
/** Between two looks at the clock of a run that is paced [ms]. */
const PACE_MS = 20
/** Points per time series in a picture of a run in progress. */
const FRAME_POINTS = 300

let cancelled = false
let paused = false
let wakeUp: (() => void) | undefined
/** How fast simulated time may pass [s/s]. */
let pace = Number.POSITIVE_INFINITY

const api: SimulationWorkerApi = {
  async run(request, port) {
    cancelled = false
    paused = false
    pace = request.pace ?? Number.POSITIVE_INFINITY
    try {
      return await drive(request, port)
    } finally {
      port.close()
    }
  },
  pause() {
    paused = true
  },
  resume() {
    paused = false
    wakeUp?.()
  },
  setPace(value) {
    pace = value ?? Number.POSITIVE_INFINITY
    wakeUp?.()
  },
  cancel() {
    cancelled = true
    wakeUp?.()
  },
}

expose(api)
keepSpecimen()

async function drive(request: RunRequest, port: MessagePort): Promise<WorkerEnd> {
  const run = new Run({ ...request, appVersion: __APP_VERSION__ })
  const frames = new FrameSender(port, run)
  let activeMs = 0
  let eventsPerSlice = 2_000
  let more = true
  let lastLook = performance.now()
  let paced = 0
  while (more && !cancelled) {
    if (paused) {
      await wokenUp()
      lastLook = performance.now()
      continue
    }
    const started = performance.now()
    // What was not used up yesterday is not made up for today: a page that slept must not rush.
    paced = pace === Number.POSITIVE_INFINITY ? pace : Math.min(paced, run.now) + ((started - lastLook) / 1000) * pace
    lastLook = started
    more = run.advance(eventsPerSlice, paced)
    const elapsed = performance.now() - started
    activeMs += elapsed
    if (run.now < paced) eventsPerSlice = nextSliceLength(eventsPerSlice, elapsed)
    frames.offer(activeMs)
    if (more && run.now >= paced) await wokenUp(PACE_MS)
    else await yieldToMessages()
  }
  const result = run.finish(activeMs / 1000)
  return transfer({ phase: more ? 'cancelled' : 'done', result }, buffersOf(result))
}

/** Until somebody calls, or at most for a while [ms]. */
function wokenUp(ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
    wakeUp = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

/** Steers the number of events towards {@link SLICE_MS}, carefully: at most doubling or halving it. */
function nextSliceLength(events: number, elapsedMs: number): number {
  const ratio = Math.min(2, Math.max(0.5, SLICE_MS / Math.max(0.1, elapsedMs)))
  return Math.min(1_000_000, Math.max(100, Math.round(events * ratio)))
}

/** Sends pictures of the run while the page has asked for them, and signs of life otherwise. */
class FrameSender {
  /** Pictures that the page is ready to take. */
  private credits = 2
  private lastFrame = performance.now() + FIRST_FRAME_MS - FRAME_MS
  private lastBeat = performance.now()
  private lastEvents = 0
  private lastActiveMs = 0

  constructor(
    private readonly port: MessagePort,
    private readonly run: Run,
  ) {
    port.onmessage = () => {
      this.credits++
    }
  }

  offer(activeMs: number): void {
    const now = performance.now()
    if (this.credits > 0 && now - this.lastFrame >= FRAME_MS) {
      this.sendFrame(activeMs)
      this.lastFrame = now
      this.lastBeat = now
    } else if (now - this.lastBeat >= BEAT_MS) {
      this.post({ kind: 'beat', simulatedSeconds: this.run.now })
      this.lastBeat = now
    }
  }

  private sendFrame(activeMs: number): void {
    const view = this.run.view(FRAME_POINTS)
    const computed = ((view.events - this.lastEvents) / Math.max(1, activeMs - this.lastActiveMs)) * 1000
    const eventsPerSecond = Number.isFinite(pace) ? undefined : computed
    this.lastEvents = view.events
    this.lastActiveMs = activeMs
    const share = view.simulatedSeconds / view.horizon
    const working = share > 0 ? ((activeMs / 1000) * (1 - share)) / share : undefined
    const waiting = (view.horizon - view.simulatedSeconds) / pace
    const secondsLeft = working === undefined ? undefined : Math.max(working, waiting)
    this.credits--
    this.post({ kind: 'frame', frame: { view, eventsPerSecond, secondsLeft } }, buffersOf(view))
  }

  private post(message: FrameMessage, buffers: ArrayBuffer[] = []): void {
    this.port.postMessage(message, buffers)
  }
}

/** What moves to the page instead of being copied. */
function buffersOf(view: RunView): ArrayBuffer[] {
  return columnsIn(view).map(({ buffer }) => buffer as ArrayBuffer)
}

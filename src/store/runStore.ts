import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scenario } from '../catalog/specs'
import { estimateRun, isLarge } from '../scenario/size/estimate'
import type { RunEnd, RunFrame, RunHandle, RunRequest } from '../worker/protocol'
import type { FinishedRun, PartialRun, RunPhase, RunState, ScenarioState } from './contracts'

export interface RunStoreOptions {
  /** Starts a run elsewhere (in the Worker) and reports its frames. */
  readonly run: (request: RunRequest, onFrame: (frame: RunFrame) => void) => RunHandle
  readonly scenario: StoreApi<ScenarioState>
  /** Told of every run that has left a result. */
  readonly onFinished?: (run: FinishedRun) => void
  /** A whole number in 0…2³²−1, for a run whose seed nobody chose. */
  readonly freshSeed?: () => number
}

/** The run under way, the newest result, and the buttons for it. One run at a time. */
export function createRunStore(options: RunStoreOptions): StoreApi<RunState> {
  const { run, scenario, onFinished, freshSeed = randomSeed } = options
  let handle: RunHandle | undefined

  return createStore<RunState>()((set, get) => {
    const switchPhase = (from: 'running' | 'paused', to: 'running' | 'paused') => {
      const { state } = get()
      if (state.phase !== from) return false
      set({ state: { ...state, phase: to } })
      return true
    }

    const finish = (end: RunEnd, text: string, scenarioOfRun: Scenario) => {
      handle = undefined
      const result = end.phase === 'failed' ? undefined : end.result
      const finished: FinishedRun | undefined = result && {
        id: crypto.randomUUID(),
        result,
        text,
        scenario: scenarioOfRun,
      }
      const lastRun = finished ?? get().lastRun
      const partial = finished === undefined ? partialRun(get().state) : undefined
      const state: RunPhase =
        end.phase === 'failed'
          ? { phase: 'failed', failure: end.failure, partial }
          : { phase: end.phase, run: finished, partial }
      set({ state, lastRun, shownScenario: partial === undefined ? lastRun?.scenario : scenarioOfRun })
      if (finished) onFinished?.(finished)
    }

    const begin = (text: string, scenarioOfRun: Scenario) => {
      const { name, seed: chosenSeed } = scenario.getState()
      const seed = scenarioOfRun.sim_settings.seed ?? chosenSeed ?? freshSeed()

      const started = run(
        { scenario: scenarioOfRun, scenarioName: name, seed, replication: 0, pace: get().pace },
        (frame) => {
          const { state } = get()
          if (handle !== started || (state.phase !== 'running' && state.phase !== 'paused')) return
          const { view, eventsPerSecond, secondsLeft } = frame
          set({ state: { phase: state.phase, view, eventsPerSecond, secondsLeft, seed }, shownScenario: scenarioOfRun })
        },
      )
      handle = started
      set({ state: { phase: 'running', view: undefined, eventsPerSecond: undefined, secondsLeft: undefined, seed } })
      void started.end.then((end) => finish(end, text, scenarioOfRun))
    }

    return {
      state: { phase: 'idle' },
      lastRun: undefined,
      shownScenario: undefined,
      proposed: undefined,
      pace: undefined,
      start() {
        if (handle !== undefined) return
        const { text, scenario: scenarioOfRun } = scenario.getState().settle()
        if (scenarioOfRun === undefined) return
        const estimate = estimateRun(scenarioOfRun)
        if (isLarge(estimate)) set({ proposed: estimate })
        else begin(text, scenarioOfRun)
      },
      confirm() {
        const { text, scenario: scenarioOfRun } = scenario.getState().settle()
        if (get().proposed === undefined || handle !== undefined || scenarioOfRun === undefined) return
        set({ proposed: undefined })
        begin(text, scenarioOfRun)
      },
      decline: () => set({ proposed: undefined }),
      pause() {
        if (switchPhase('running', 'paused')) handle?.pause()
      },
      resume() {
        if (switchPhase('paused', 'running')) handle?.resume()
      },
      setPace(pace) {
        set({ pace })
        handle?.setPace(pace)
      },
      cancel: () => handle?.cancel(),
      show(earlier) {
        if (handle !== undefined) return
        set({ state: { phase: 'done', run: earlier }, lastRun: earlier, shownScenario: earlier.scenario })
      },
    }
  })
}

function partialRun(state: RunPhase): PartialRun | undefined {
  if ((state.phase !== 'running' && state.phase !== 'paused') || state.view === undefined) return undefined
  return { view: state.view, seed: state.seed }
}

/** A seed that nobody chose. */
export function randomSeed(): number {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1))
  return seed
}

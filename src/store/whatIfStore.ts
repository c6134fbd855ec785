import { createStore, type StoreApi } from 'zustand/vanilla'
import { ensureExists } from '../base/assert'
import { type FieldSchema, fieldSchemaAt } from '../scenario/fields'
import { valueAt } from '../scenario/valueAt'
import type { VariantDone, WhatIfPool } from '../worker/whatIfProtocol'
import type { ScenarioState } from './contracts'
import { proposalFor } from './whatIfProposal'
import { nearestTo, startingRange, valuesOf } from './whatIfRange'
import { type RunnableVariant, VariantRuns } from './whatIfRuns'
import { isSameKnob, type Knob, type Question, type WhatIfPoint, type WhatIfState } from './whatIfState'

export interface WhatIfStoreOptions {
  readonly scenario: StoreApi<ScenarioState>
  readonly pool: WhatIfPool
  /** Seed of the run on show, taken where neither text nor person chose one. */
  readonly shownSeed?: () => number | undefined
}

/** Results that are kept [points]: far more than anybody asks for in a session. */
const MOST_KNOWN = 1000
const NOTHING_ASKED = {
  question: undefined,
  points: new Map(),
  isOutdated: false,
  position: 0,
  proposal: undefined,
} as const

/** One question at a time: runs the scenario with other values of one number and keeps the figures. */
export function createWhatIfStore({ scenario, pool, shownSeed }: WhatIfStoreOptions): StoreApi<WhatIfState> {
  const known = new Map<string, VariantDone>()
  /** Increases with every question: whoever still plans for an earlier one stops. */
  let version = 0
  let planned: readonly RunnableVariant[] = []

  return createStore<WhatIfState>()((set, get) => {
    const tell = (value: number, point: WhatIfPoint) =>
      set(({ points }) => ({ points: new Map(points).set(value, point) }))

    const runs = new VariantRuns(pool, {
      position: () => get().position,
      started: ({ value }) => tell(value, { phase: 'running' }),
      ended(variant, end) {
        if (end.phase === 'cancelled') return
        if (end.phase === 'done') remember(keyOf(variant, seedNow()), end)
        tell(variant.value, end)
      },
    })

    const seedNow = () => ensureExists(get().question, 'question').seed

    const remember = (key: string, end: VariantDone) => {
      known.set(key, end)
      const [oldest] = known.keys()
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest)
    }

    /** Begins to answer the question: prepares all its variants, then runs those that are not known. */
    const plan = async (question: Question) => {
      const mine = ++version
      runs.cancel()
      planned = []
      const { knob, range, present, horizon, seed } = question
      const values = valuesOf(range, present, fieldOf(knob))
      const position = nearestTo(get().position, values) ?? 0
      const points = new Map(values.map((value) => [value, { phase: 'waiting' as const }]))
      set({ question, points, isOutdated: false, position, proposal: undefined })
      const { text } = scenario.getState()
      const variants: RunnableVariant[] = []
      for (const value of values) {
        const variant = await pool.prepare({ text, path: knob.path, value, horizon })
        if (mine !== version) return
        const answer = variant.ok ? known.get(keyOf(variant, seed)) : undefined
        if (!variant.ok) tell(value, { phase: 'refused', reason: variant.reason })
        else if (answer !== undefined) tell(value, answer)
        else variants.push(variant)
      }
      planned = variants
      const proposal = variants.length === 0 ? undefined : proposalFor(variants, knob.path, pool.size)
      if (proposal === undefined) runs.start(variants, seed)
      else set({ proposal })
    }

    /** While the text cannot be run, the change waits with it. */
    const change = (part: Partial<Question>) => {
      const { question } = get()
      if (question === undefined) return
      const changed = { ...question, ...part }
      if (scenario.getState().parsed.scenario === undefined) set({ question: changed, isOutdated: true })
      else void plan(changed)
    }

    const seedFor = (fallback: number) => {
      const { parsed, seed } = scenario.getState()
      return parsed.scenario?.sim_settings.seed ?? seed ?? fallback
    }

    scenario.subscribe((state, before) => {
      const { question } = get()
      if (question === undefined || (state.parsed === before.parsed && state.seed === before.seed)) return
      if (state.parsed.scenario === undefined) set({ isOutdated: true })
      else void plan({ ...question, present: presentOf(question.knob, state), seed: seedFor(question.seed) })
    })

    return {
      ...NOTHING_ASKED,
      figure: 'p95',
      ask(knob) {
        if (isSameKnob(get().question?.knob, knob)) return
        const present = presentOf(knob, scenario.getState())
        const range = startingRange(present, fieldOf(knob))
        set({ position: present ?? range.low })
        const seed = seedFor(shownSeed?.() ?? crypto.getRandomValues(new Uint32Array(1))[0]!)
        void plan({ knob, present, range, horizon: undefined, seed })
      },
      vary: (range) => change({ range: { ...ensureExists(get().question, 'question').range, ...range } }),
      shorten: (horizon) => change({ horizon }),
      moveTo(value) {
        const position = nearestTo(value, [...get().points.keys()])
        if (position !== undefined) set({ position })
      },
      draw: (figure) => set({ figure }),
      confirm() {
        const { question, proposal } = get()
        if (question === undefined || proposal === undefined) return
        set({ proposal: undefined })
        runs.start(planned, question.seed)
      },
      close() {
        version++
        runs.cancel()
        pool.release()
        set(NOTHING_ASKED)
      },
    }
  })
}

function keyOf({ hash }: RunnableVariant, seed: number): string {
  return `${seed} ${hash}`
}

function fieldOf({ path, kinds }: Knob): FieldSchema {
  return ensureExists(fieldSchemaAt(path, ...kinds), `field ${path.join('.')}`)
}

function presentOf({ path }: Knob, { lastValid }: ScenarioState): number | undefined {
  const value = valueAt(lastValid, path)
  return typeof value === 'number' ? value : undefined
}

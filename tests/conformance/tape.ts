import type { Distribution } from '../../src/kernel/random/distributions/distribution'
import type { ArrivalDraws, DemandDraws, DrawSource, LinkDraws, ServerDraws } from '../../src/kernel/random/draws'

/** A recorded run of AsyncFlow 0.1.1: its random draws in call order, and what came of them. */
export interface Tape {
  readonly scenario_yaml: string
  readonly tape: readonly (readonly [kind: string, value: number])[]
  readonly generated: number
  readonly rqs_clock: readonly (readonly [start: number, finish: number])[]
  readonly completed_ids: readonly number[]
  readonly sampled: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
}

const FIELDS = [
  'scenario_yaml',
  'tape',
  'generated',
  'rqs_clock',
  'completed_ids',
  'sampled',
] as const satisfies (keyof Tape)[]

/** What a file says, as a tape; throws with the name of the first field that it lacks. */
export function asTape(data: unknown): Tape {
  const missing = FIELDS.find((field) => (data as Partial<Tape> | null)?.[field] === undefined)
  if (missing !== undefined) throw new Error(`the tape has no field "${missing}"`)
  return data as Tape
}

/** Replays recorded draws in the order of the calls; a call of another kind than recorded is an error. */
export class TapeDraws implements DrawSource, ArrivalDraws, ServerDraws {
  private position = 0

  constructor(private readonly tape: Tape['tape']) {}

  get isExhausted(): boolean {
    return this.position === this.tape.length
  }

  arrivals(): ArrivalDraws {
    return this
  }

  server(): ServerDraws {
    return this
  }

  link(_id: string, dropoutRate: number, _latency: Distribution): LinkDraws {
    return {
      isLost: () => this.next('uniform') < dropoutRate,
      latency: () => Math.max(0, this.next('exponential', 'normal', 'lognormal', 'poisson', 'random')),
    }
  }

  demand(): DemandDraws {
    throw new Error('AsyncFlow 0.1.1 draws no durations of steps')
  }

  users(): number {
    return Math.max(0, this.next('poisson', 'normal'))
  }

  gap(): number {
    return -Math.log(1 - Math.max(this.next('random'), 1e-15))
  }

  endpoint(): number {
    return this.next('integers')
  }

  private next(...kinds: readonly string[]): number {
    const draw = this.tape[this.position++]
    if (!draw) throw new Error(`the tape ends at draw ${this.position}, where ${kinds.join(' or ')} is wanted`)
    if (!kinds.includes(draw[0])) {
      throw new Error(`draw ${this.position} of the tape is ${draw[0]}, not ${kinds.join(' or ')}`)
    }
    return draw[1]
  }
}

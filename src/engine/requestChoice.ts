import { Outcome } from '../kernel/network/outcome'
import type { Followed } from './requestTrace'
import type { RequestLog } from './runResult'

/** Requests of a run that are worth a look one by one. */
export interface RequestChoice {
  /** The slowest that completed, slowest first. */
  readonly slowest: readonly ChosenRequest[]
  /** The first that failed. */
  readonly failed: readonly ChosenRequest[]
  /** Some that completed, spread evenly over the run; which ones says nothing about how they fared. */
  readonly sample: readonly ChosenRequest[]
}

export interface ChosenRequest extends Followed {
  /** When it was generated [s]. */
  readonly start: number
  /** As in `RequestLog.outcomeNames`. */
  readonly outcome: string
}

/** Chooses at most `most` requests of each kind, in one pass over the log. */
export function chooseRequests(log: RequestLog, most: number): RequestChoice {
  const { id, start, finish, outcome, outcomeNames } = log
  const chosen = (i: number): ChosenRequest => ({
    id: id[i]!,
    start: start[i]!,
    finish: finish[i]!,
    outcome: outcomeNames[outcome[i]!]!,
  })
  const slowest: number[] = []
  const failed: number[] = []
  const sample: number[] = []
  const latency = (i: number) => finish[i]! - start[i]!
  for (let i = 0, next = 0; i < id.length; i++) {
    if (outcome[i] !== Outcome.COMPLETED) {
      if (failed.length < most) failed.push(i)
      continue
    }
    if (i >= next) {
      sample.push(i)
      next = ((sample.length * id.length) / most) | 0
    }
    if (slowest.length === most && latency(i) <= latency(slowest[most - 1]!)) continue
    slowest.push(i)
    slowest.sort((a, b) => latency(b) - latency(a))
    if (slowest.length > most) slowest.pop()
  }
  return { slowest: slowest.map(chosen), failed: failed.map(chosen), sample: sample.map(chosen) }
}

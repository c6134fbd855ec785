import { Outcome } from '../kernel/network/outcome'
import { RANKS, samplingRank } from './headSampling'
import type { RequestLog } from './runResult'

/** Requests of one kind. */
export interface RequestKind {
  /** Places in the log of those that are worth a look one by one. */
  readonly places: Uint32Array
  /** How many of the kind ended in the run. */
  readonly of: number
}

/** Requests of a run that are worth a look one by one. */
export interface RequestChoice {
  /** Of those that completed, the slowest, slowest first. */
  readonly slowest: RequestKind
  /** Of those that failed, the first ones. */
  readonly failed: RequestKind
  /** A head-based sample of all that ended, by number; which ones says nothing about how they fared. */
  readonly sampled: RequestKind
  /** Place of the one that was asked for; undefined: none, or it has not ended. */
  readonly wanted: number | undefined
}

/** Which requests to choose. */
export interface Sampling {
  /** Share of all requests that is sampled, 0 … 1. */
  readonly rate: number
  /** Number of a request that is chosen whatever it did. */
  readonly wanted?: number | undefined
}

/** Requests of each kind at most. */
export type ChoiceBounds = Readonly<Record<'slowest' | 'failed' | 'sampled', number>>

const BOUNDS: ChoiceBounds = { slowest: 100, failed: 1000, sampled: 50_000 }

/**
 * Chooses requests from the log of a run. A sample beyond its bound is halved until it fits: it is still one, of a
 * smaller rate.
 */
export function chooseRequests(log: RequestLog, { rate, wanted }: Sampling, bounds = BOUNDS): RequestChoice {
  const { id, outcome } = log
  const kind = (places: readonly number[], of: number): RequestKind => ({ places: Uint32Array.from(places), of })
  const failed = placesOf(log, (i) => outcome[i] !== Outcome.COMPLETED)
  const sampled = placesOf(log, (i) => samplingRank(id[i]!) < rate * RANKS)
  const asked = wanted === undefined ? -1 : id.indexOf(wanted)
  return {
    slowest: kind(slowest(log, bounds.slowest), id.length - failed.length),
    failed: kind(failed.slice(0, bounds.failed), failed.length),
    sampled: kind(
      thinned(log, sampled, bounds.sampled).sort((a, b) => id[a]! - id[b]!),
      sampled.length,
    ),
    wanted: asked < 0 ? undefined : asked,
  }
}

function placesOf({ id }: RequestLog, isMeant: (place: number) => boolean): number[] {
  const places: number[] = []
  for (let i = 0; i < id.length; i++) if (isMeant(i)) places.push(i)
  return places
}

function thinned({ id }: RequestLog, sampled: readonly number[], most: number): number[] {
  let kept = [...sampled]
  for (let limit = RANKS / 2; kept.length > most; limit /= 2) kept = kept.filter((i) => samplingRank(id[i]!) < limit)
  return kept
}

/** Keeps up to twice as many as are wanted, so that sorting is rare also where each is slower than the last. */
function slowest({ id, start, finish, outcome }: RequestLog, most: number): number[] {
  const latency = (i: number) => finish[i]! - start[i]!
  const bySlowness = (a: number, b: number) => latency(b) - latency(a)
  let kept: number[] = []
  let floor = Number.NEGATIVE_INFINITY
  for (let i = 0; i < id.length; i++) {
    if (outcome[i] !== Outcome.COMPLETED || latency(i) <= floor) continue
    kept.push(i)
    if (kept.length < 2 * most) continue
    kept = kept.sort(bySlowness).slice(0, most)
    floor = latency(kept[most - 1]!)
  }
  return kept.sort(bySlowness).slice(0, most)
}

import type { PercentileBand } from '../../engine/anatomy'
import type { PhaseName } from '../../engine/phaseTimes'
import { phaseLayers } from './phases'

/** What the slowest requests spend more than the quick half does, by phase, largest difference first. */
export interface TailDifference {
  readonly name: string
  /** Mean of the quickest half, and of the slowest band [s]. */
  readonly quick: number
  readonly slow: number
  readonly more: number
  /** Part of the whole difference; undefined when there is none. */
  readonly share: number | undefined
}

/** The last band against the first; phases in which nobody was are left out. */
export function tailDifferences(bands: readonly PercentileBand[]): TailDifference[] {
  const [quickest, slowest] = [bands[0], bands.at(-1)]
  if (quickest === undefined || slowest === undefined) return []
  const whole = slowest.latency - quickest.latency
  return phaseLayers
    .map(({ name, phase }) => {
      const [quick, slow] = [quickest.phases[phase], slowest.phases[phase]]
      return { name, quick, slow, more: slow - quick, share: whole > 0 ? (slow - quick) / whole : undefined }
    })
    .filter(({ quick, slow }) => quick > 0 || slow > 0)
    .sort((a, b) => b.more - a.more)
}

/** Phases that some request was in, in the order of the stack. */
export function phasesInUse(times: readonly Readonly<Record<PhaseName, number>>[]) {
  return phaseLayers.filter(({ phase }) => times.some((one) => one[phase] > 0))
}

/** `0–50 %`, or with more letters for the ends: which requests a band is. */
export function bandName({ from, to }: PercentileBand): string {
  return `${from}–${to} %`
}

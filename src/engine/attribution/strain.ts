import type { Scenario } from '../../catalog/specs'
import { intervalsWithin, sumOver } from '../intervals'
import type { RunResult } from '../runResult'
import type { WaitedFor } from './attribution'
import { rootOf } from './bottleneck'
import { pressures } from './pressure'
import { saturations } from './saturations'

/** A resource of a server that held requests back, from its first stretch on. */
export interface Strained {
  readonly component: string
  readonly resource: WaitedFor
  readonly sinceSeconds: number
}

/** How the resources of a run bore its load. */
export interface Strain {
  /** Those that held requests back for a while or more, in the order of their beginnings. */
  readonly saturated: readonly Strained[]
  /** The one that fell behind first; null: all kept up. */
  readonly behind: Strained | null
}

/**
 * A resource fell behind if its queue holds this part of all requests that came to it when the run ends. At 1.1 times its
 * capacity that is 1 − 1/1.1 = 9 %; below its capacity the queue has a bound, however long the run.
 */
const BEHIND = 0.05

/** Tells which resources of a run held requests back, and which did not keep up: docs/attribution.md, "Headroom". */
export function strainOf(scenario: Scenario, { intervals, summary, simulatedSeconds }: RunResult): Strain {
  if (intervals.ends.length === 0) return { saturated: [], behind: null }
  const measured = intervalsWithin(intervals, summary.warmUp.seconds, simulatedSeconds)
  const all = pressures(scenario, intervals)
  const stretches = saturations(intervals, all, measured)
  const behind = stretches.find(
    ({ pressure: { queue, arrivals } }) => queue[measured.end - 1]! >= BEHIND * sumOver(arrivals, measured),
  )
  const saturated = new Map<string, Strained>()
  for (const { component, resource, from } of stretches) {
    const key = `${component} ${resource}`
    if (!saturated.has(key)) saturated.set(key, { component, resource, sinceSeconds: from })
  }
  // The queue may stand before the memory although the cores are short.
  const root = behind && rootOf({ intervals, pressures: all }, behind)
  return {
    saturated: [...saturated.values()],
    behind: behind && root ? { component: root.server, resource: root.resource, sinceSeconds: behind.from } : null,
  }
}

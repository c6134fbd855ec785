import type { Scenario } from '../catalog/specs'
import type { DocumentPath } from '../scenario/diagnostic'
import type { RunnableVariant } from './whatIfRuns'

/** Longer than this nobody waits without being asked [s]. */
const PATIENCE_S = 30
/** The language's shortest run [s]. */
const SHORTEST_HORIZON = 5

/** What the runs of a question would take, and what would be done sooner. */
export interface Proposal {
  /** Time until all runs are done, about [s]. */
  readonly wallSeconds: number
  /** Number of values that would be done in time; undefined: fewer than three. */
  readonly fewerSteps: number | undefined
  /** Simulated time with which all would be done in time [s]; undefined where it would change what the scenario means. */
  readonly shorterHorizon: number | undefined
}

/** Whether to ask before these runs, and what to offer; undefined if they are soon done. */
export function proposalFor(
  variants: readonly RunnableVariant[],
  path: DocumentPath,
  workers: number,
): Proposal | undefined {
  const wallSeconds = variants.reduce((sum, variant) => sum + variant.estimate.wallSeconds, 0) / workers
  if (wallSeconds <= PATIENCE_S) return undefined
  const share = PATIENCE_S / wallSeconds
  const steps = Math.floor(variants.length * share)
  return {
    wallSeconds,
    fewerSteps: steps >= 3 ? steps : undefined,
    shorterHorizon: shorterHorizon(variants, path, share),
  }
}

/** Events happen at stated times and a warm-up takes its own: a shorter run would be another question. */
function shorterHorizon(variants: readonly RunnableVariant[], path: DocumentPath, share: number): number | undefined {
  const { scenario } = variants[0]!
  const { warm_up_s: warmUp } = scenario.sim_settings
  // A run that is going to end as unstable does not reach its horizon.
  const shorter = roundedDown(Math.max(...variants.map(({ estimate }) => estimate.seconds)) * share)
  const isTooShort = shorter < SHORTEST_HORIZON || (typeof warmUp === 'number' && warmUp > shorter / 2)
  const isBound = path.includes('events') || path.at(-1) === 'total_simulation_time' || hasEvents(scenario)
  return isTooShort || isBound ? undefined : shorter
}

function hasEvents({ events }: Scenario): boolean {
  return (events ?? []).length > 0
}

/** Two significant digits, whole, never more than the value. */
function roundedDown(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / step) * step
}

import { canonicalJson } from '../../scenario/canonical'
import type { FinishedRun } from '../../store/contracts'

/** What the arrivals of several runs have in common, and so what their differences mean. */
export type Arrivals =
  /** The same requests at the same times: every difference comes from the change. */
  | { readonly kind: 'same'; readonly seed: number }
  | { readonly kind: 'other-workload'; readonly seed: number }
  /** Other dice: differences are partly chance. */
  | { readonly kind: 'other-seed' }

/** Arrivals are drawn from the seed, the replication and the workload, and from nothing else. */
export function arrivalsOf(runs: readonly FinishedRun[]): Arrivals {
  const seeds = new Set(runs.map(({ result: { identity } }) => `${identity.seed} ${identity.replication}`))
  const seed = runs[0]?.result.identity.seed
  if (seeds.size !== 1 || seed === undefined) return { kind: 'other-seed' }
  const workloads = new Set(runs.map(({ scenario }) => canonicalJson(scenario.rqs_input)))
  return { kind: workloads.size === 1 ? 'same' : 'other-workload', seed }
}

/** The same for a person. */
export function describeArrivals(arrivals: Arrivals): string {
  switch (arrivals.kind) {
    case 'same':
      return `Same seed ${arrivals.seed}, same workload: the same requests arrive at the same times, so the differences come from the change alone.`
    case 'other-workload':
      return `Same seed ${arrivals.seed}, but another workload: the requests are not the same, so the differences are partly chance.`
    case 'other-seed':
      return 'Different seeds: the requests are not the same, so the differences are partly chance. Run both with one seed to see the change alone.'
  }
}

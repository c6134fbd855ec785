/** Names of what a request may be doing, in the order of the kernel's `Phase`. */
export const phaseNames = [
  'network',
  'ram_wait',
  'cpu_wait',
  'cpu_service',
  'db_pool_wait',
  'io_wait',
  'io_cache',
  'io_db',
  'io_llm',
] as const
export type PhaseName = (typeof phaseNames)[number]

/**
 * Where the time of a request went [s]: on edges, spikes included (`network`); in queues for memory, a core, a database
 * connection (`…_wait`, `db_pool_wait`); holding a core (`cpu_service`); asleep, by the kind of the step (`io_…`).
 * A request is in exactly one phase at a time, so the phases add up to its latency.
 */
export type PhaseTimes = Readonly<Record<PhaseName, number>>

/** Phase times from numbers in the order of {@link phaseNames} that stand from `at` on, each divided by `divisor`. */
export function phaseTimesOf(times: Float64Array, at: number, divisor: number): PhaseTimes {
  return Object.fromEntries(phaseNames.map((name, phase) => [name, times[at + phase]! / divisor])) as PhaseTimes
}

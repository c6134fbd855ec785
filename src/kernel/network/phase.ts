/**
 * What a request is doing, at every moment exactly one of these. The times it spends in them add up
 * to its latency. The order matters: from {@link Phase.POOL_WAIT} on it sleeps in the event loop.
 */
export const Phase = {
  /** On an edge, its latency and spikes included. */
  NETWORK: 0,
  /** In a server's queue for memory. */
  RAM_WAIT: 1,
  /** In a server's queue for a core. */
  CPU_WAIT: 2,
  /** Holding a core. */
  CPU: 3,
  /** In a server's queue for a database connection. */
  POOL_WAIT: 4,
  IO_WAIT: 5,
  IO_CACHE: 6,
  IO_DB: 7,
  IO_LLM: 8,
} as const

/** Number of phases. */
export const PHASES = 9

/*
 * Times in phases stand in arrays, PHASES numbers for each request. What follows is written out, since it happens for
 * every request: as loops it takes three times as long.
 */

/** Sets the times that stand from `at` on to 0. */
export function clearPhases(times: Float64Array, at: number): void {
  times[at] = 0
  times[at + 1] = 0
  times[at + 2] = 0
  times[at + 3] = 0
  times[at + 4] = 0
  times[at + 5] = 0
  times[at + 6] = 0
  times[at + 7] = 0
  times[at + 8] = 0
}

/** Copies the times that stand in `from` from `at` on to the place `toAt` of `to`. */
export function copyPhases(from: Float64Array, at: number, to: Float64Array, toAt: number): void {
  to[toAt] = from[at]!
  to[toAt + 1] = from[at + 1]!
  to[toAt + 2] = from[at + 2]!
  to[toAt + 3] = from[at + 3]!
  to[toAt + 4] = from[at + 4]!
  to[toAt + 5] = from[at + 5]!
  to[toAt + 6] = from[at + 6]!
  to[toAt + 7] = from[at + 7]!
  to[toAt + 8] = from[at + 8]!
}

/** Adds the times that stand in `from` from `at` on to those at the place `toAt` of `to`. */
export function addPhases(from: Float64Array, at: number, to: Float64Array, toAt: number): void {
  to[toAt]! += from[at]!
  to[toAt + 1]! += from[at + 1]!
  to[toAt + 2]! += from[at + 2]!
  to[toAt + 3]! += from[at + 3]!
  to[toAt + 4]! += from[at + 4]!
  to[toAt + 5]! += from[at + 5]!
  to[toAt + 6]! += from[at + 6]!
  to[toAt + 7]! += from[at + 7]!
  to[toAt + 8]! += from[at + 8]!
}

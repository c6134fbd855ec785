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

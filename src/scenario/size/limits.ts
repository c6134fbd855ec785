/** Bounds of what one run keeps in memory. */
export interface RunLimits {
  /** Points of each time series, even. */
  readonly seriesPoints: number
  /** Points of all sampled gauges together: with many components each gets fewer. */
  readonly allPoints: number
  /** Requests that are kept one by one; beyond that percentiles come from a histogram. */
  readonly requests: number
  /** Requests whose phases are kept one by one, the first that end. */
  readonly requestPhases: number
  /** Numbers that are kept of the gauges over the intervals of a run: with many components there are fewer intervals. */
  readonly intervalValues: number
  /** Requests and background tasks in the system at once; a run that gets there is ended as unstable. */
  readonly inFlight: number
}

/**
 * A request takes about 22 bytes in the log, 72 more with its phases, and 140 while it is in the system, a point 24, a
 * value over an interval 8: together at most 110 + 14 + 70 + 36 + 8 MB, so that a run stays below 300 MB with what sorting and growing need on top.
 */
export const RUN_LIMITS: RunLimits = {
  seriesPoints: 16_384,
  allPoints: 1_500_000,
  requests: 5_000_000,
  requestPhases: 200_000,
  intervalValues: 1_000_000,
  inFlight: 500_000,
}

/** A longer run is refused: at about two million events a second this takes ten minutes. */
export const MOST_EVENTS = 1e9

/** Samples of each gauge; more are refused, since the sampling clock alone would take minutes. */
export const MOST_SAMPLES = 1e10

/** Largest number of points, even, that each of so many sampled gauges may keep. */
export function pointsPerGauge({ seriesPoints, allPoints }: RunLimits, gauges: number): number {
  return Math.min(seriesPoints, Math.max(2, 2 * Math.floor(allPoints / gauges / 2)))
}

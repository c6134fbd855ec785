/**
 * How many observations at the beginning of a series to leave out, so that what is left is closest to a steady state:
 * MSER-5 (White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics for simulation", WSC 2000).
 * Batches of five are averaged; the cut minimises the squared standard error of the mean of what is left.
 * @returns a multiple of 5; undefined where the best cut is not in the first half, or below fifty observations
 */
export function mser5(observations: Float64Array): number | undefined {
  const batches = Math.floor(observations.length / BATCH)
  if (batches < FEWEST_BATCHES) return undefined
  const half = Math.floor(batches / 2)
  let mean = 0
  let squares = 0
  let best = Number.POSITIVE_INFINITY
  let cut = 0
  // From the end, by Welford's recurrence; of equal errors the earliest cut counts.
  for (let first = batches - 1; first >= 0; first--) {
    const left = batches - first
    const deviation = batchMean(observations, first) - mean
    mean += deviation / left
    squares += deviation * deviation * ((left - 1) / left)
    const error = squares / (left * left)
    if (first <= half && error <= best) {
      best = error
      cut = first
    }
  }
  return cut === half ? undefined : cut * BATCH
}

const BATCH = 5
const FEWEST_BATCHES = 10

function batchMean(observations: Float64Array, batch: number): number {
  let sum = 0
  for (let i = batch * BATCH; i < (batch + 1) * BATCH; i++) sum += observations[i]!
  return sum / BATCH
}

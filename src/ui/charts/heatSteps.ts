/** Colours of a heat map; more cannot be told apart. */
const MOST_STEPS = 8

/** Smallest count of each colour, ascending from 1, by equal ratios up to `most`: rare cells stay visible. */
export function heatSteps(most: number): number[] {
  const steps = Math.max(1, Math.min(MOST_STEPS, Math.floor(most)))
  const starts = Array.from({ length: steps }, (_, i) => Math.ceil(Math.max(1, most) ** (i / steps)))
  return [...new Set(starts)]
}

/** Index of the colour of a count of at least one. */
export function stepOf(steps: readonly number[], count: number): number {
  return Math.max(
    0,
    steps.findLastIndex((start) => count >= start),
  )
}

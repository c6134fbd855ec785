/**
 * Quantile of sorted values by linear interpolation between order statistics at rank (n − 1)·p
 * (NumPy's default, type 7 of Hyndman and Fan 1996).
 * @param sorted ascending, not empty
 * @param p 0 … 1
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  const rank = (sorted.length - 1) * p
  const below = Math.floor(rank)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (rank - below)
}

/**
 * The t ≥ 0 at which a tail P(X > t) falls to 1 − p, by bisection to the last bit; 0 where it starts below that.
 * @param tail does not rise, and falls to 0
 * @param p in [0, 1)
 */
export function quantileOfTail(tail: (t: number) => number, p: number): number {
  const target = 1 - p
  if (tail(0) <= target) return 0
  let high = 1e-9
  while (tail(high) > target) high *= 2
  let low = 0
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (tail(middle) > target) low = middle
    else high = middle
  }
  return high
}

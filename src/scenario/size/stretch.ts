/** Requests that come at a constant rate for a while. */
export interface Stretch {
  /** [s] */
  readonly from: number
  /** [s] */
  readonly to: number
  /** [requests/s] */
  readonly rate: number
}

/** How many come before `time`. */
export function countBefore(stretches: readonly Stretch[], time: number): number {
  return stretches.reduce((count, { from, to, rate }) => count + rate * Math.max(0, Math.min(to, time) - from), 0)
}

/** The share that goes one of several ways. */
export function shareOf(stretches: readonly Stretch[], share: number): Stretch[] {
  return share === 0 ? [] : stretches.map(({ from, to, rate }) => ({ from, to, rate: rate * share }))
}

/** What comes from `start` until before `end` [s]. */
export function between(stretches: readonly Stretch[], start: number, end: number): Stretch[] {
  return stretches
    .map(({ from, to, rate }) => ({ from: Math.max(from, start), to: Math.min(to, end), rate }))
    .filter(({ from, to }) => from < to)
}

/** What comes `seconds` later, as far as that is before `end` [s]. */
export function delayed(stretches: readonly Stretch[], seconds: number, end: number): Stretch[] {
  return stretches
    .map(({ from, to, rate }) => ({ from: from + seconds, to: Math.min(to + seconds, end), rate }))
    .filter(({ from, to }) => from < to)
}

/** All together: one after the other, their rates added. */
export function summed(stretches: readonly Stretch[]): Stretch[] {
  const changes = stretches
    .flatMap(({ from, to, rate }) => [
      { at: from, by: rate },
      { at: to, by: -rate },
    ])
    .toSorted((a, b) => a.at - b.at)
  const sums: Stretch[] = []
  let rate = 0
  for (const [index, { at: from, by }] of changes.entries()) {
    rate += by
    const to = changes[index + 1]?.at ?? from
    if (from < to) sums.push({ from, to, rate })
  }
  return sums
}

/**
 * What gets through where no more than `capacity` per second can; the rest waits until there is room.
 * @param stretches one after the other
 * @param end when nothing gets through any more [s]
 */
export function throttled(stretches: readonly Stretch[], capacity: number, end: number): Stretch[] {
  const afterwards = { from: stretches.at(-1)?.to ?? end, to: end, rate: 0 }
  const through: Stretch[] = []
  let waiting = 0
  for (const { from, to, rate } of [...stretches, afterwards]) {
    const empty = rate < capacity ? Math.min(to, from + waiting / (capacity - rate)) : to
    if (from < empty) through.push({ from, to: empty, rate: capacity })
    if (empty < to && rate > 0) through.push({ from: empty, to, rate })
    waiting = empty < to ? 0 : waiting + (rate - capacity) * (to - from)
  }
  return through
}

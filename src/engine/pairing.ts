import { Outcome } from '../kernel/network/outcome'
import { quantileOfSorted } from '../stats/quantiles'
import { differenceHistogram } from './differenceHistogram'
import { type PhaseName, type PhaseTimes, phaseNames, phaseTimesOf } from './phaseTimes'
import type { LatencyHistogram, RequestLog } from './runResult'

/** What became of the requests of one run in another, by ordinal. The classes exclude each other. */
export interface PairingCounts {
  /** Completed in both: sooner, later, or within a nanosecond as fast. */
  readonly faster: number
  readonly slower: number
  readonly unchanged: number
  /** Completed before, and not any more. */
  readonly lost: number
  /** Completed now, and not before. */
  readonly saved: number
  readonly failedInBoth: number
  /** Ended in one of the logs only: still in flight at the end of the other run, or beyond the bound of its log. */
  readonly onlyBefore: number
  readonly onlyAfter: number
}

/** Changes of latency [s], after minus before; negative: faster. */
export interface LatencyChange {
  readonly mean: number
  readonly min: number
  readonly p5: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  readonly max: number
}

/** In which phases the requests gained or lost time. */
export interface PhaseChange {
  /** Requests whose phases are known in both runs. */
  readonly count: number
  /** Mean change [s]; they add up to the mean change of these requests' latency. */
  readonly means: PhaseTimes
}

/** A request that completed in both runs. Times in seconds. */
export interface ChangedRequest {
  readonly ordinal: number
  readonly start: number
  readonly before: number
  readonly after: number
  /** Where most of the change happened; undefined where the phases are not known. */
  readonly phase: PhaseName | undefined
}

/** What a change did to the very same requests: two runs, request by request. */
export interface Pairing {
  readonly counts: PairingCounts
  /** Whether every request that ended in both was generated at the same time in both; only then pairs mean something. */
  readonly sameArrivals: boolean
  /** Of the requests completed in both; undefined when there are none. */
  readonly latency: LatencyChange | undefined
  readonly phases: PhaseChange | undefined
  /** The twenty whose latency changed most, the largest change first. */
  readonly changedMost: readonly ChangedRequest[]
  /** Faster and slower requests by their change of latency [s]; the outermost bins hold what lies beyond them, too. */
  readonly histogram: LatencyHistogram
}

/** A smaller change of latency is rounding [s]. */
const TOLERANCE = 1e-9
const CHANGED_MOST = 20

/** Matches the requests of two runs by their ordinal. O(n log n). */
export function pairRequests(before: RequestLog, after: RequestLog): Pairing {
  const pairs = matchRequests(before, after)
  const changes = changesOf(before, after, pairs)
  const sorted = changes.slice().sort()
  const counts = { faster: 0, slower: 0, unchanged: 0 }
  for (const change of changes) counts[verdictOf(change)]++
  return {
    counts: { ...counts, ...pairs.counts },
    sameArrivals: pairs.sameArrivals,
    latency: sorted.length === 0 ? undefined : latencyChange(sorted),
    phases: phaseChange(before, after, pairs),
    changedMost: changedMost(before, after, pairs, changes),
    histogram: differenceHistogram(sorted.filter((change) => verdictOf(change) !== 'unchanged')),
  }
}

/** Rows of both logs: the i-th pair completed both times. */
interface Pairs {
  readonly beforeRows: readonly number[]
  readonly afterRows: readonly number[]
  readonly counts: Omit<PairingCounts, 'faster' | 'slower' | 'unchanged'>
  readonly sameArrivals: boolean
}

function matchRequests(before: RequestLog, after: RequestLog): Pairs {
  const rowAfter = rowsByOrdinal(after)
  const counts = { lost: 0, saved: 0, failedInBoth: 0, onlyBefore: 0, onlyAfter: 0 }
  const beforeRows: number[] = []
  const afterRows: number[] = []
  let sameArrivals = true
  let matched = 0
  for (const [row, ordinal] of before.id.entries()) {
    const other = (rowAfter[ordinal] ?? 0) - 1
    if (other < 0) {
      counts.onlyBefore++
      continue
    }
    matched++
    if (before.start[row] !== after.start[other]) sameArrivals = false
    const completedBefore = before.outcome[row] === Outcome.COMPLETED
    const completedAfter = after.outcome[other] === Outcome.COMPLETED
    if (completedBefore && completedAfter) {
      beforeRows.push(row)
      afterRows.push(other)
    } else if (completedBefore) counts.lost++
    else if (completedAfter) counts.saved++
    else counts.failedInBoth++
  }
  counts.onlyAfter = after.id.length - matched
  return { beforeRows, afterRows, counts, sameArrivals }
}

/** Row of each ordinal, plus one; 0: it is not in the log. */
function rowsByOrdinal({ id }: RequestLog): Uint32Array {
  const rows = new Uint32Array(id.reduce((largest, ordinal) => Math.max(largest, ordinal), 0) + 1)
  for (const [row, ordinal] of id.entries()) rows[ordinal] = row + 1
  return rows
}

function changesOf(before: RequestLog, after: RequestLog, { beforeRows, afterRows }: Pairs): Float64Array {
  return Float64Array.from(beforeRows, (row, pair) => latencyOf(after, afterRows[pair]!) - latencyOf(before, row))
}

function latencyOf({ start, finish }: RequestLog, row: number): number {
  return finish[row]! - start[row]!
}

function verdictOf(change: number): 'faster' | 'slower' | 'unchanged' {
  if (change < -TOLERANCE) return 'faster'
  return change > TOLERANCE ? 'slower' : 'unchanged'
}

/** @param sorted changes of latency, ascending, not empty */
function latencyChange(sorted: Float64Array): LatencyChange {
  const quantile = (p: number) => quantileOfSorted(sorted, p)
  return {
    mean: sorted.reduce((sum, change) => sum + change, 0) / sorted.length,
    min: quantile(0),
    p5: quantile(0.05),
    p25: quantile(0.25),
    p50: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
    max: quantile(1),
  }
}

function phaseChange(before: RequestLog, after: RequestLog, pairs: Pairs): PhaseChange | undefined {
  const totals = new Float64Array(phaseNames.length)
  let count = 0
  for (const [pair, row] of pairs.beforeRows.entries()) {
    const from = phasesAt(before, row)
    const to = phasesAt(after, pairs.afterRows[pair]!)
    if (from === undefined || to === undefined) continue
    count++
    for (let phase = 0; phase < totals.length; phase++)
      totals[phase]! += after.phases[to + phase]! - before.phases[from + phase]!
  }
  return count === 0 ? undefined : { count, means: phaseTimesOf(totals, 0, count) }
}

/** Where the phases of a request begin in the column; undefined where they were not kept. */
function phasesAt({ phases }: RequestLog, row: number): number | undefined {
  const at = row * phaseNames.length
  return at < phases.length ? at : undefined
}

/** Change of a request's time in each phase [s]; undefined where one of the runs has not kept it. */
function phaseChangesOf(before: RequestLog, row: number, after: RequestLog, other: number): number[] | undefined {
  const from = phasesAt(before, row)
  const to = phasesAt(after, other)
  if (from === undefined || to === undefined) return undefined
  return phaseNames.map((_, phase) => after.phases[to + phase]! - before.phases[from + phase]!)
}

function changedMost(before: RequestLog, after: RequestLog, pairs: Pairs, changes: Float64Array): ChangedRequest[] {
  const sizes = changes.map(Math.abs).sort()
  const least = Math.max(TOLERANCE, sizes.at(-CHANGED_MOST) ?? 0)
  return pairs.beforeRows
    .flatMap((row, pair) => (Math.abs(changes[pair]!) < least ? [] : [{ row, pair }]))
    .sort((a, b) => Math.abs(changes[b.pair]!) - Math.abs(changes[a.pair]!) || a.row - b.row)
    .slice(0, CHANGED_MOST)
    .map(({ row, pair }) => {
      const other = pairs.afterRows[pair]!
      return {
        ordinal: before.id[row]!,
        start: before.start[row]!,
        before: latencyOf(before, row),
        after: latencyOf(after, other),
        phase: explainingPhase(changes[pair]!, phaseChangesOf(before, row, after, other)),
      }
    })
}

/** The phase that changed most in the direction of the whole. */
function explainingPhase(change: number, byPhase: readonly number[] | undefined): PhaseName | undefined {
  const direction = Math.sign(change)
  const shares = byPhase?.map((share) => share * direction)
  return shares && phaseNames[shares.indexOf(Math.max(...shares))]
}

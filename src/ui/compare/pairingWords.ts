import { formatCount, formatNumber, formatSeconds } from '../../base/format'
import type { Pairing, PairingCounts } from '../../engine/pairing'
import type { PhaseName } from '../../engine/phaseTimes'
import type { FinishedRun } from '../../store/contracts'
import { KEPT_REQUESTS } from '../../store/keptRun'
import { phaseLayers } from '../dashboard/phases'

/** How charts and tables call what a request may be doing. */
export function phaseCaption(phase: PhaseName): string {
  return phaseLayers.find((layer) => layer.phase === phase)?.name ?? phase
}

/** A change of latency with its sign: `−12.1 ms`. */
export function changeText(seconds: number): string {
  if (seconds === 0) return '0 s'
  return `${seconds < 0 ? '−' : '+'}${formatSeconds(Math.abs(seconds))}`
}

/** What happened to the requests, in one or two sentences. */
export function describePairing({ counts, latency, phases }: Pairing): string {
  if (latency === undefined) return 'No request completed in both runs.'
  const paired = counts.faster + counts.slower + counts.unchanged
  const share = (count: number) => `${formatCount(count)} (${formatNumber((100 * count) / paired)} %)`
  const fates = `Of ${formatCount(paired)} requests that completed in both runs, ${share(counts.faster)} became faster and ${share(counts.slower)} slower`
  if (counts.faster + counts.slower === 0) return `${fates}.`
  const cause = phases === undefined ? undefined : explanation(phases.means, latency.mean)
  return `${fates}; on average ${changeText(latency.mean)}.${cause === undefined ? '' : ` ${cause}`}`
}

/** The phase in which most of the mean change happened. */
function explanation(means: Readonly<Record<PhaseName, number>>, mean: number): string | undefined {
  const direction = Math.sign(mean)
  const [first] = Object.entries(means).sort(([, a], [, b]) => direction * (b - a))
  if (first === undefined || direction * first[1] <= 0) return undefined
  return `Most of it is in “${phaseCaption(first[0] as PhaseName)}”: ${changeText(first[1])}.`
}

/** What limits the picture: logs that were cut, and a warm-up, which the other figures leave out. */
export function remarksOn(runs: readonly FinishedRun[]): string[] {
  const isCut = runs.some(({ result }) => result.requests.truncated)
  const hasWarmUp = runs.some(({ result }) => result.summary.warmUp.seconds > 0)
  return [
    ...(isCut
      ? [`Long logs are cut: of each run the first ${formatCount(KEPT_REQUESTS)} requests that ended count.`]
      : []),
    ...(hasWarmUp ? ['Requests of the warm-up are among them.'] : []),
  ]
}

/** How many requests had the same fate. */
export interface Fate {
  readonly label: string
  readonly count: number
  readonly title: string
}

/** What became of the requests, class by class; classes of failures only where there are any. */
export function fatesOf(counts: PairingCounts, before: string, after: string): Fate[] {
  const always = [
    { label: 'faster', count: counts.faster, title: 'Completed in both, sooner after the change' },
    { label: 'slower', count: counts.slower, title: 'Completed in both, later after the change' },
    { label: 'unchanged', count: counts.unchanged, title: 'Completed in both, as fast within a nanosecond' },
    { label: 'lost', count: counts.lost, title: `Completed in ${before}, failed in ${after}` },
    { label: 'saved', count: counts.saved, title: `Failed in ${before}, completed in ${after}` },
  ]
  const only = 'still in flight at the end of the other run, or beyond its log'
  const ifAny = [
    { label: 'failed in both', count: counts.failedInBoth, title: 'Failed in both runs' },
    { label: `only in ${before}`, count: counts.onlyBefore, title: `Ended only in ${before}: ${only}` },
    { label: `only in ${after}`, count: counts.onlyAfter, title: `Ended only in ${after}: ${only}` },
  ]
  return [...always, ...ifAny.filter(({ count }) => count > 0)]
}

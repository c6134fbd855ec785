import { formatNumber } from '../../base/format'
import { listed } from '../../base/words'
import { canonicalJson } from '../../scenario/canonical'
import type { FinishedRun } from '../../store/contracts'
import type { ComparedRun } from './comparedRun'

/** What the arrivals of two runs have in common; `same`: the same requests at the same times. */
type Arrivals = 'same' | 'other-workload' | 'other-seed'

/** Arrivals are drawn from the seed, the replication and the workload, and from nothing else. */
function arrivalsOf(one: FinishedRun, other: FinishedRun): Arrivals {
  const [a, b] = [one.result.identity, other.result.identity]
  if (a.seed !== b.seed || a.replication !== b.replication) return 'other-seed'
  const isSame = canonicalJson(one.scenario.rqs_input) === canonicalJson(other.scenario.rqs_input)
  return isSame ? 'same' : 'other-workload'
}

type LetteredRun = Pick<ComparedRun, 'letter' | 'run'>

/** What the differences from the baseline mean: which runs got its requests, and whether all cover the same time. */
export function describeArrivals(baseline: LetteredRun, others: readonly LetteredRun[]): string {
  const those = (arrivals: Arrivals) => others.filter(({ run }) => arrivalsOf(baseline.run, run) === arrivals)
  const [same, otherWorkload, otherSeed] = [those('same'), those('other-workload'), those('other-seed')]
  const sentences = []
  if (same.length > 0) {
    const paired = [baseline, ...same]
    const where = same.length < others.length ? ` in ${lettersOf(paired)}` : ''
    const meaning = coverSameTime(paired) ? ', so the differences come from the change alone' : ''
    sentences.push(
      `Same seed ${baseline.run.result.identity.seed}, same workload${where}: the same requests arrive at the same times${meaning}.`,
    )
  }
  if (otherWorkload.length > 0) sentences.push(partlyChance(baseline, otherWorkload, 'workload'))
  if (otherSeed.length > 0)
    sentences.push(partlyChance(baseline, otherSeed, 'seed'), 'Run them with one seed to see the change alone.')
  const all = [baseline, ...others]
  if (!coverSameTime(all))
    sentences.push(
      `The figures do not cover the same time (${all.map(periodText).join('; ')}): counts differ for that alone, and others may.`,
    )
  return sentences.join(' ')
}

function partlyChance(baseline: LetteredRun, runs: readonly LetteredRun[], what: 'workload' | 'seed'): string {
  const [have, their] = runs.length === 1 ? ['has', 'its'] : ['have', 'their']
  return `${lettersOf(runs)} ${have} another ${what} than ${baseline.letter}: ${their} requests are not the same, so the differences are partly chance.`
}

function lettersOf(runs: readonly LetteredRun[]): string {
  return listed(runs.map(({ letter }) => letter).sort())
}

/** Whether the runs end at the same time, and their warm-ups, too. */
function coverSameTime(runs: readonly LetteredRun[]): boolean {
  return (
    new Set(runs.map(({ run: { result } }) => `${result.summary.warmUp.seconds} ${result.simulatedSeconds}`)).size === 1
  )
}

/** `A from 0 s to 42.3 s, cancelled`. */
function periodText({ letter, run: { result } }: LetteredRun): string {
  const [from, to] = [result.summary.warmUp.seconds, result.simulatedSeconds].map((time) => formatNumber(time, 6))
  return `${letter} from ${from} s to ${to} s${result.end === 'horizon' ? '' : `, ${result.end}`}`
}

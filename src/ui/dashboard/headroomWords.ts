import { formatClock, formatNumber, formatSeconds } from '../../base/format'
import type { Attribution } from '../../engine/attribution/attribution'
import type { Strained } from '../../engine/attribution/strain'
import type { HeadroomCheck, LoadTrial } from '../../store/headroomStore'
import { resourceText } from './resourceText'

/** What the check of a run's headroom has to say, in sentences; undefined: nothing. */
export function headroomWords(check: HeadroomCheck): string | undefined {
  switch (check.phase) {
    case 'idle':
      return undefined
    case 'proposed':
      return `Two runs would take about ${formatClock(check.wallSeconds)}, within a factor of two.`
    case 'running':
      return `Running at ${times(check.load)}…`
    case 'refused':
      return `This cannot be checked. ${check.reason}`
    case 'failed':
      return `The check broke off: ${check.reason}`
    case 'done':
      return answer(check.run.result.attribution, check.below, check.above)
  }
}

function answer({ headroom, saturations }: Attribution, below: LoadTrial, above: LoadTrial | undefined): string {
  const estimated = headroom!
  if (below.strain.behind !== null) {
    const { behind } = below.strain
    const other = isSame(behind, estimated) ? '' : `, before ${resourceText(estimated)} is used up`
    return `Does not hold at ${times(below.load)}: ${fallsBehind(behind)}${other}.`
  }
  const holds = `Holds at ${times(below.load)}: ${latency(below)}, ${waits(below, saturations)}.`
  if (above === undefined) return holds
  const { behind } = above.strain
  if (behind === null) {
    return `${holds} It still does at ${times(above.load)}, ${latency(above)}: there is more room than estimated.`
  }
  const verdict = isSame(behind, estimated) ? 'confirmed' : `before ${resourceText(estimated)} is used up`
  return `${holds} At ${times(above.load)} ${fallsBehind(behind)}: ${verdict}.`
}

/** Resources that hold requests back now, and did not in the run that is asked about. */
function waits({ strain: { saturated } }: LoadTrial, before: Attribution['saturations']): string {
  const [first] = saturated.filter((one) => !before.some((known) => isSame(known, one)))
  if (first !== undefined) return `though requests wait for ${resourceText(first)} ${since(first)}`
  return before.length === 0 ? 'nothing saturated' : 'nothing saturated that was not before'
}

function fallsBehind(strained: Strained): string {
  return `${resourceText(strained)} falls behind ${since(strained)}`
}

function since({ sinceSeconds }: Strained): string {
  return sinceSeconds > 0 ? `from ${formatClock(sinceSeconds)} on` : 'from the beginning'
}

function latency({ figures: { p95 } }: LoadTrial): string {
  return p95 === null ? 'no request was completed' : `p95 ${formatSeconds(p95)}`
}

function times(load: number): string {
  return `${formatNumber(load)} × the load`
}

function isSame(one: Pick<Strained, 'component' | 'resource'>, other: Pick<Strained, 'component' | 'resource'>) {
  return one.component === other.component && one.resource === other.resource
}

import { formatCount, formatNumber } from '../../base/format'
import type { ObjectiveResult } from '../../engine/objectives'

/** An objective as the overview lists it. */
export interface ObjectiveRow {
  readonly id: string
  readonly verdict: 'met' | 'missed' | 'no requests'
  /** Share of good requests against the target. */
  readonly share: string
  /** How much of the error budget is used; empty when no request counted. */
  readonly budget: string
  /** The same with counts, for those who ask. */
  readonly exact: string
}

export function objectiveRow({
  id,
  kind,
  target,
  valid,
  good,
  met,
  burnRate,
  budgetUsed,
}: ObjectiveResult): ObjectiveRow {
  const wanted = `wanted ${percent(target)}`
  if (met === null || burnRate === null || budgetUsed === null) {
    return { id, verdict: 'no requests', share: wanted, budget: '', exact: 'no request counted' }
  }
  const goodness = kind === 'latency' ? 'fast enough' : 'completed'
  return {
    id,
    verdict: met ? 'met' : 'missed',
    share: `${percent(good / valid)} ${goodness}, ${wanted}`,
    budget: `${formatNumber(100 * budgetUsed)} % of the error budget used, burn rate ${formatNumber(burnRate)}`,
    exact: `${formatCount(good)} of ${formatCount(valid)} requests were ${goodness}`,
  }
}

/** Near 100 % every digit counts: as many as it takes to tell the share from it, five at most. */
function percent(share: number): string {
  return `${formatNumber(100 * share, share > 0.99 ? 5 : 3)} %`
}

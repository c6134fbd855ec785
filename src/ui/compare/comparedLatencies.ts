import type { TimeWindow } from '../../store/contracts'
import { type LatencyCounts, latencyCounts } from '../charts/latencyCells'
import { latencyRange } from '../dashboard/latencyFigures'
import type { ComparedRun } from './comparedRun'

/** The latencies of each run: of a part of the time, or of all of it after the warm-up; a run may end before the part. */
export function comparedLatencies(
  runs: readonly ComparedRun[],
  part: TimeWindow | undefined,
): readonly LatencyCounts[] {
  return runs.map(({ run: { result } }) => {
    const isOver = part !== undefined && part.start >= result.simulatedSeconds
    return isOver ? NO_LATENCIES : latencyCounts(result.intervals, latencyRange(result, part))
  })
}

const NO_LATENCIES: LatencyCounts = { latency: [], count: [] }

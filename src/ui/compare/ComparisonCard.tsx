import { ChartFrame, type FramedChart } from '../charts/ChartFrame'
import type { ChartOrigin } from '../charts/chartOrigin'
import { type ComparedRun, nameOf } from './comparedRun'

interface ComparisonCardProps extends Omit<FramedChart, 'legendEntries'> {
  /** Names the chart in files. */
  readonly id: string
  readonly runs: readonly ComparedRun[]
  /** Whether each run has a line of its own, so that a picture needs a key to them. */
  readonly hasLines?: boolean
}

/** A chart of several runs: its files say which they are. */
export function ComparisonCard({ id, runs, hasLines = false, ...chart }: ComparisonCardProps) {
  const origins = runs.map((one): ChartOrigin => ({ identity: one.run.result.identity, name: nameOf(one) }))
  const key = hasLines ? runs.map((one) => ({ name: nameOf(one), color: one.color, dash: one.dash })) : []
  return <ChartFrame {...chart} id={`compared-${id}`} origins={origins} legendEntries={key} />
}

import { type ReactNode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { LatencyChart } from '../charts/LatencyChart'
import { TimeChart } from '../charts/TimeChart'

/**
 * Draws one chart of each kind where nobody sees it. The first one takes three times as long as the next, since the
 * browser has yet to compile its code: that is better spent while nothing goes on than within a run.
 */
export async function warmUpCharts(): Promise<void> {
  await drawUnseen(
    <LatencyChart width={300} bins={[{ from: 0, to: 1, count: 1 }]} percentiles={[]} logX={false} logY={false} />,
  )
  await drawUnseen(
    <TimeChart
      width={300}
      markers={[]}
      limits={[]}
      unit="requests"
      lines={[LINE]}
      rows={[
        { time: 0, values: [ZERO] },
        { time: 1, values: [ZERO] },
      ]}
      withMeans={false}
      window={{ start: 0, end: 1 }}
    />,
  )
}

const NO_VALUES = new Float64Array()
const ZERO = { min: 0, max: 0, mean: 0 }
const LINE = {
  name: 'a line',
  color: 'black',
  series: { time: NO_VALUES, max: NO_VALUES, mean: NO_VALUES },
}

async function drawUnseen(chart: ReactNode): Promise<void> {
  const root = createRoot(document.createElement('div'))
  // A transition is drawn in slices of a few milliseconds.
  startTransition(() => root.render(chart))
  await new Promise((resolve) => setTimeout(resolve, 300))
  root.unmount()
}

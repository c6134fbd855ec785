import { type ReactNode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { rowsOfChart } from '../charts/chartSize'
import { LatencyChart } from '../charts/LatencyChart'
import type { Marker } from '../charts/markers'
import { StackChart } from '../charts/StackChart'
import { TimeChart } from '../charts/TimeChart'

/**
 * Draws one chart of each kind where nobody sees it. The first one takes three times as long as the next, since the
 * browser has yet to compile its code: that is better spent while nothing goes on than within a run.
 */
export async function warmUpCharts(): Promise<void> {
  await drawUnseen(
    <LatencyChart width={WIDTH} bins={BINS} percentiles={[{ name: 'p50', value: 1 }]} logX={false} logY={false} />,
  )
  await drawUnseen(
    <TimeChart
      width={WIDTH}
      markers={MARKERS}
      limits={[]}
      unit="requests"
      lines={LINES}
      rows={TIMES.map((time) => ({ time, values: LINES.map(() => ZERO) }))}
      withMeans={false}
      window={WINDOW}
    />,
  )
  await drawUnseen(
    <StackChart
      width={WIDTH}
      markers={MARKERS}
      unit="s"
      layers={LINES}
      rows={TIMES.map((time) => ({ time, parts: LINES.map(() => 0) }))}
      window={WINDOW}
    />,
  )
}

/** As wide as on most screens [px]. */
const WIDTH = 300
const TIMES = Array.from({ length: rowsOfChart(WIDTH) }, (_, i) => i)
const WINDOW = { start: 0, end: TIMES.length }
const MARKERS: readonly Marker[] = [0, 1].map((length) => ({
  id: `${length}`,
  kind: 'event',
  label: 'a marker',
  description: '',
  start: 1,
  end: 1 + length,
}))
const BINS = TIMES.map((from) => ({ from, to: from + 1, count: 1 }))
const NO_VALUES = new Float64Array()
const ZERO = { min: 0, max: 0, mean: 0 }
const LINES = ['a line', 'another', 'a third'].map((name) => ({
  name,
  color: 'black',
  series: { time: NO_VALUES, max: NO_VALUES, mean: NO_VALUES },
}))

async function drawUnseen(chart: ReactNode): Promise<void> {
  const root = createRoot(document.createElement('div'))
  // A transition is drawn in slices of a few milliseconds.
  startTransition(() => root.render(chart))
  await new Promise((resolve) => setTimeout(resolve, 300))
  root.unmount()
}

import { useMemo } from 'react'
import { ChartKey } from '../charts/ChartKey'
import type { LegendEntry } from '../charts/chartLines'
import { StackChart, type StackRow } from '../charts/StackChart'
import { TimePlot } from '../charts/TimePlot'
import { type ChartUnit, formatPlain, formatValue, unitText } from '../charts/units'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ChartCard } from './ChartCard'
import { usePanel } from './PanelContext'

/** What one stack over time is about. */
export interface StackContent {
  readonly title: string
  readonly unit: ChartUnit
  readonly description: string
  readonly layers: readonly LegendEntry[]
  /** Parts by layer, in the order of `layers`; a row bears the time in the middle of its interval. */
  readonly rows: readonly StackRow[]
  /** Says why there is nothing to draw. */
  readonly empty?: string | undefined
}

/** A stack over time with its legend, which tells the parts at the cursor, and its table. */
export function StackChartCard({ content }: { readonly content: StackContent }) {
  const { title, unit, description, layers, rows, empty } = content
  const { run, scale, markers } = usePanel()
  const { window } = scale
  const place = usePlace<HTMLDivElement>()
  const picture = useMemo(
    () => ({ layers, rows: rowsWithin(rows, window), window, markers, width: place.width }),
    [layers, rows, window, markers, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  const partAt = (index: number, time: number) => rowAt(rows, time)?.parts?.[index]
  return (
    <ChartCard
      title={title}
      unit={unitText(unit)}
      description={description}
      empty={empty}
      legend={<ChartKey entries={layers} valueAt={(layer, time) => formatPlain(unit, partAt(layer, time))} />}
      legendEntries={layers}
      place={place.ref}
      chart={
        paced && (
          <TimePlot
            label={`${title}, stacked`}
            scale={scale}
            readout={() => null}
            spoken={(time) => layers.map(({ name }, i) => `${name} ${formatValue(unit, partAt(i, time))}`).join(', ')}
          >
            <StackChart {...paced} unit={unit} />
          </TimePlot>
        )
      }
      table={() => ({
        caption: `${title} [${unit}]`,
        columns: ['time [s]', ...layers.map(({ name }) => `${name} [${unit}]`)],
        rows: rowsWithin(rows, window).map(({ time, parts }) => [time, ...layers.map((_, index) => parts?.[index])]),
      })}
    />
  )
}

/** The rows of a window and one on either side, so that areas reach its borders. */
function rowsWithin(rows: readonly StackRow[], { start, end }: { start: number; end: number }): readonly StackRow[] {
  const first = rows.findIndex(({ time }) => time >= start)
  const last = rows.findIndex(({ time }) => time >= end)
  return rows.slice(Math.max(0, first - 1), last < 0 ? rows.length : last + 1)
}

/** The interval that a time lies in: rows stand in the middle of theirs. */
function rowAt(rows: readonly StackRow[], time: number): StackRow | undefined {
  const next = rows.findIndex((row) => row.time >= time)
  const [before, after] = [rows.at(Math.max(0, next - 1)), rows.at(next)]
  return before && after && time - before.time < after.time - time ? before : after
}

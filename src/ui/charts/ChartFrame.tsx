import { Table } from 'lucide-react'
import { type ReactNode, type RefObject, useState } from 'react'
import { Button } from '../../widgets/Button'
import type { MenuItem } from '../../widgets/Menu'
import { CardFrame } from './CardFrame'
import type { LegendEntry } from './chartLines'
import type { ChartOrigin } from './chartOrigin'
import { CHART_HEIGHT } from './chartSize'
import styles from './charts.module.css'
import { type ChartTable, cellText } from './chartTable'
import { ScrolledTable } from './ScrolledTable'
import { useChartExports } from './useChartExports'

/** What a chart hands to its frame. */
export interface FramedChart {
  readonly title: string
  readonly unit: string
  /** One sentence: what is drawn. */
  readonly description: string
  readonly legend?: ReactNode
  /** Key to the drawing in files. */
  readonly legendEntries?: readonly LegendEntry[]
  /** Switches that belong to this chart. */
  readonly switches?: ReactNode
  /** The element whose width and visibility decide about drawing. */
  readonly place: RefObject<HTMLDivElement | null>
  /** The chart; undefined: it is about to be drawn. */
  readonly chart: ReactNode
  /** The numbers behind it; made only when asked for. */
  readonly table: () => ChartTable
  /** Says why there is nothing to draw. */
  readonly empty?: string | undefined
}

interface ChartFrameProps extends FramedChart {
  /** Names the chart to the dashboard and to files. */
  readonly id: string
  /** The runs that are drawn; none: their figures still change, so that there is nothing to save. */
  readonly origins: readonly ChartOrigin[]
  /** What can be done with its place on a dashboard; none: it has a fixed one. */
  readonly actions?: readonly MenuItem[]
}

const NONE: readonly never[] = []

/** Frame of one chart: heading, unit, legend, a switch to the numbers behind it, and a menu to save or move it. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, unit, description, legend, legendEntries = NONE, switches, place, chart, table, empty } = props
  const { origins, actions = NONE } = props
  const [asTable, setAsTable] = useState(false)
  const exports = useChartExports({
    origins,
    id,
    table,
    drawn: () => {
      const svg = place.current?.querySelector('svg')
      return svg ? { svg, title, unit, legend: legendEntries } : undefined
    },
  })
  return (
    <CardFrame
      id={id}
      title={title}
      unit={unit}
      description={description}
      switches={
        empty === undefined && (
          <>
            {switches}
            <Button
              variant="quiet"
              size="s"
              icon={<Table size={14} />}
              aria-pressed={asTable}
              aria-label={`${title} as data table`}
              title="Data table"
              onClick={() => setAsTable(!asTable)}
            />
          </>
        )
      }
      menu={{
        name: actions.length > 0 ? 'save or arrange' : 'save',
        items: empty === undefined ? [...exports, ...actions] : actions,
      }}
    >
      <div ref={place} style={{ minHeight: CHART_HEIGHT }}>
        {empty !== undefined && <p className={styles.empty}>{empty}</p>}
        {empty === undefined && (asTable ? <DataTable {...table()} /> : chart)}
      </div>
      {empty === undefined && legend}
    </CardFrame>
  )
}

/** The numbers behind a chart, for reading and copying. */
function DataTable({ caption, columns, rows }: ChartTable) {
  return <ScrolledTable label={caption} columns={columns} rows={rows.map((row) => row.map(cellText))} />
}

import { Table } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { Button } from '../../widgets/Button'
import { Menu } from '../../widgets/Menu'
import { useStudio } from '../studio'
import { chartExports } from './chartExports'
import type { LegendEntry } from './chartLines'
import { CHART_HEIGHT } from './chartSize'
import styles from './charts.module.css'
import type { ChartTable } from './chartTable'
import { DataTable } from './DataTable'
import { usePanel } from './PanelContext'

interface ChartCardProps {
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

const NO_ENTRIES: readonly LegendEntry[] = []

/** Frame of one chart: heading, unit, legend, a switch to the numbers behind it, and a menu to save or move it. */
export function ChartCard(props: ChartCardProps) {
  const { title, unit, description, legend, legendEntries = NO_ENTRIES, switches, place, chart, table, empty } = props
  const [asTable, setAsTable] = useState(false)
  const headingId = useId()
  const { id, run, actions } = usePanel()
  const { view } = useStudio()
  const drawnChart = () => {
    const svg = place.current?.querySelector('svg')
    return svg ? { svg, title, unit, legend: legendEntries } : undefined
  }
  const exports = chartExports({
    identity: run.finished?.result.identity,
    id,
    drawn: drawnChart,
    table,
    onFailure: (message) => view.getState().notify({ severity: 'error', message }),
  })
  return (
    <section className={styles.card} aria-labelledby={headingId} data-chart={id}>
      <header className={styles.cardHead}>
        <h3 id={headingId} title={description}>
          {title}
        </h3>
        <span className={styles.unit}>{unit}</span>
        <span className={styles.switches}>
          {empty === undefined && (
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
          )}
          <Menu
            label={`${title}: save or arrange`}
            iconOnly
            align="end"
            items={empty === undefined ? [...exports, ...actions] : actions}
          />
        </span>
      </header>
      <div ref={place} style={{ minHeight: CHART_HEIGHT }}>
        {empty !== undefined && <p className={styles.empty}>{empty}</p>}
        {empty === undefined && (asTable ? <DataTable {...table()} /> : chart)}
      </div>
      {empty === undefined && legend}
    </section>
  )
}

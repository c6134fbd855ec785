import { Table } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { Button } from '../../widgets/Button'
import type { LegendEntry } from '../dashboard/chartLines'
import { CHART_HEIGHT } from '../dashboard/chartSize'
import chartStyles from '../dashboard/charts.module.css'
import type { ChartTable } from '../dashboard/chartTable'
import { DataTable } from '../dashboard/DataTable'
import { LineSample } from '../dashboard/LineSample'
import styles from './Compare.module.css'

interface ComparisonCardProps {
  readonly title: string
  readonly unit: string
  /** One sentence: what is drawn. */
  readonly description: string
  /** Says why there is nothing to draw. */
  readonly empty?: string | undefined
  /** The element whose width the chart follows. */
  readonly place: RefObject<HTMLDivElement | null>
  readonly chart: ReactNode
  /** The numbers behind it; made only when asked for. */
  readonly table: () => ChartTable
  /** Which line belongs to which run. */
  readonly legend?: readonly LegendEntry[]
}

/** Frame of a chart of several runs: heading, key to the lines, and a switch to the numbers behind it. */
export function ComparisonCard(props: ComparisonCardProps) {
  const { title, unit, description, empty, place, chart, table, legend = [] } = props
  const [asTable, setAsTable] = useState(false)
  const headingId = useId()
  return (
    <section className={chartStyles.card} aria-labelledby={headingId}>
      <header className={chartStyles.cardHead}>
        <h3 id={headingId} title={description}>
          {title}
        </h3>
        <span className={chartStyles.unit}>{unit}</span>
        {empty === undefined && (
          <span className={chartStyles.switches}>
            <Button
              variant="quiet"
              size="s"
              icon={<Table size={14} />}
              aria-pressed={asTable}
              aria-label={`${title} as data table`}
              title="Data table"
              onClick={() => setAsTable(!asTable)}
            />
          </span>
        )}
      </header>
      <div ref={place} style={{ minHeight: CHART_HEIGHT }}>
        {empty !== undefined && <p className={chartStyles.empty}>{empty}</p>}
        {empty === undefined && (asTable ? <DataTable {...table()} /> : chart)}
      </div>
      {legend.length > 0 && (
        <div className={styles.legend}>
          {legend.map((line) => (
            <span key={line.name} className={styles.runMark}>
              <LineSample line={line} />
              {line.name}
            </span>
          ))}
        </div>
      )}
    </section>
  )
}

import { Table } from 'lucide-react'
import { type ReactNode, type RefObject, useId, useState } from 'react'
import { Button } from '../../widgets/Button'
import { CHART_HEIGHT } from './chartSize'
import styles from './charts.module.css'

interface ChartCardProps {
  readonly title: string
  readonly unit: string
  /** One sentence: what is drawn. */
  readonly description: string
  readonly legend?: ReactNode
  /** Switches that belong to this chart. */
  readonly switches?: ReactNode
  /** The element whose width and visibility decide about drawing. */
  readonly place: RefObject<HTMLDivElement | null>
  /** The chart; undefined: it is about to be drawn. */
  readonly chart: ReactNode
  /** The same as a table; made only when asked for. */
  readonly table: () => ReactNode
  /** Says why there is nothing to draw. */
  readonly empty?: string
}

/** Frame of one chart: heading, unit, legend, and a switch to the numbers behind it. */
export function ChartCard({ title, unit, description, legend, switches, place, chart, table, empty }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false)
  const headingId = useId()
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <header className={styles.cardHead}>
        <h3 id={headingId} title={description}>
          {title}
        </h3>
        <span className={styles.unit}>{unit}</span>
        {empty === undefined && (
          <span className={styles.switches}>
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
          </span>
        )}
      </header>
      <div ref={place} style={{ minHeight: CHART_HEIGHT }}>
        {empty !== undefined && <p className={styles.empty}>{empty}</p>}
        {empty === undefined && (asTable ? table() : chart)}
      </div>
      {empty === undefined && legend}
    </section>
  )
}

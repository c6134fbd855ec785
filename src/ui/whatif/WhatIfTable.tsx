import type { WhatIfPoint } from '../../store/whatIfState'
import { figureNames, figures, strainText, valueText } from './figures'
import styles from './WhatIf.module.css'

interface WhatIfTableProps {
  readonly label: string
  readonly unit: string | undefined
  readonly points: ReadonlyMap<number, WhatIfPoint>
  readonly present: number | undefined
}

/** The numbers behind the curve, with all figures of every value, or why there are none. */
export function WhatIfTable({ label, unit, points, present }: WhatIfTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.tableScroll} aria-label={`Figures by ${label}`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {figureNames.map((name) => (
              <th key={name} scope="col">
                {figures[name].caption}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].map(([value, point]) => (
            <tr key={value}>
              <th scope="row">
                {valueText(value, unit)}
                {value === present && ' (now)'}
                {point.phase === 'done' && strainText(point)}
              </th>
              {point.phase === 'done' ? (
                figureNames.map((name) => <td key={name}>{figures[name].format(point.figures[name])}</td>)
              ) : (
                <td colSpan={figureNames.length} className={styles.reason}>
                  {'reason' in point ? point.reason : point.phase}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

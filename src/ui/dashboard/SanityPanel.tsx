import { memo } from 'react'
import type { Sanity } from '../../engine/sanityResult'
import styles from './SanityPanel.module.css'
import { sanityLine, sanityRows } from './sanityRows'

/** What queueing theory says about the run: one line, and the comparison behind it on demand. */
export const SanityPanel = memo(function SanityPanel({ sanity }: { readonly sanity: Sanity }) {
  return (
    <details className={styles.panel} data-sanity>
      <summary>
        <span className={styles.title}>Sanity</span> <span className={styles.line}>{sanityLine(sanity)}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard. */}
      <section className={styles.scroll} aria-label="Comparison with queueing theory" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Theory</th>
              <th scope="col">This run</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {sanityRows(sanity).map(({ what, theory, simulated, verdict, note }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{theory}</td>
                <td>{simulated}</td>
                <td className={styles.verdict}>
                  <span className={styles.badge} data-verdict={verdict}>
                    {verdict}
                  </span>{' '}
                  <small>{note}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
})

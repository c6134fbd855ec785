import { formatCount } from '../../base/format'
import type { FingerprintReport } from '../../validation/checkSimulator'
import styles from './Check.module.css'
import { runsByScenario } from './checkWords'
import { VerdictMark } from './VerdictMark'

/** Reference runs by scenario, and below, for whoever wants to compare, every fingerprint. */
export function FingerprintTables({ fingerprints }: { readonly fingerprints: readonly FingerprintReport[] }) {
  return (
    <>
      <table className={styles.table} aria-label="Reference runs">
        <thead>
          <tr>
            <th scope="col">Scenario</th>
            <th scope="col">Events</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {runsByScenario(fingerprints).map(({ scenario, events, same, runs }) => (
            <tr key={scenario}>
              <th scope="row">{scenario}</th>
              <td>{formatCount(events)}</td>
              <td>
                <VerdictMark ok={same === runs.length}>{`${same} of ${runs.length} the same`}</VerdictMark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={styles.details}>
        <summary>All fingerprints</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard. */}
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.hashes} aria-label="Fingerprints">
            <thead>
              <tr>
                {['Scenario', 'Seed', 'Events', 'Order', 'Trace', 'Series', 'Outputs'].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fingerprints.map(({ scenario, seed, events, fingerprint }) => (
                <tr key={`${scenario} ${seed}`}>
                  <th scope="row">{scenario}</th>
                  <td>{seed}</td>
                  <td>{events}</td>
                  <td>{fingerprint.order}</td>
                  <td>{fingerprint.trace}</td>
                  <td>{fingerprint.series}</td>
                  <td>{fingerprint.outputs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}

import { formatCount } from '../../base/format'
import type { FingerprintReport } from '../../validation/checkSimulator'
import { Table } from '../../widgets/Table'
import styles from './Check.module.css'
import { runsByScenario } from './checkWords'
import { VerdictMark } from './VerdictMark'

/** Reference runs by scenario, and below, for whoever wants to compare, every fingerprint. */
export function FingerprintTables({ fingerprints }: { readonly fingerprints: readonly FingerprintReport[] }) {
  return (
    <>
      <Table
        label="Reference runs"
        className={styles.table}
        columns={['Scenario', 'Events', 'Verdict']}
        rows={runsByScenario(fingerprints).map(({ scenario, events, same, runs }) => [
          scenario,
          formatCount(events),
          <VerdictMark key="verdict" ok={same === runs.length}>{`${same} of ${runs.length} the same`}</VerdictMark>,
        ])}
      />
      <details className={styles.details}>
        <summary>All fingerprints</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard. */}
        <div className={styles.scroll} tabIndex={0}>
          <Table
            label="Fingerprints"
            className={styles.hashes}
            columns={['Scenario', 'Seed', 'Events', 'Order', 'Trace', 'Series', 'Outputs']}
            rows={fingerprints.map(({ scenario, seed, events, fingerprint: { order, trace, series, outputs } }) => [
              scenario,
              seed,
              events,
              order,
              trace,
              series,
              outputs,
            ])}
          />
        </div>
      </details>
    </>
  )
}

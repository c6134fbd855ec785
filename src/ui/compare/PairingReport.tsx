import { formatCount, formatNumber, formatSeconds } from '../../base/format'
import type { LatencyChange, Pairing } from '../../engine/pairing'
import dashboardStyles from '../dashboard/Dashboard.module.css'
import cardStyles from '../dashboard/FigureCards.module.css'
import { phaseLayers } from '../dashboard/phases'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { DifferenceChart } from './DifferenceChart'
import { changeText, describePairing, fatesOf, phaseCaption, remarksOn } from './pairingWords'

interface PairingReportProps {
  readonly pairing: Pairing
  readonly before: ComparedRun
  readonly after: ComparedRun
}

/** What became of the requests, by how much their latencies changed, where, and of which most. */
export function PairingReport({ pairing, before, after }: PairingReportProps) {
  const { counts, latency, phases, changedMost, histogram } = pairing
  return (
    <>
      <p role="status">{describePairing(pairing)}</p>
      {remarksOn([before.run, after.run]).map((remark) => (
        <p key={remark} className={styles.muted}>
          {remark}
        </p>
      ))}
      <ul className={cardStyles.cards} aria-label="What became of the requests">
        {fatesOf(counts, before.letter, after.letter).map(({ label, count, title }) => (
          <li key={label} className={cardStyles.card} title={title} data-fate={label}>
            <span className={cardStyles.label}>{label}</span>{' '}
            <span className={cardStyles.value}>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      <div className={dashboardStyles.charts}>
        <div className={dashboardStyles.grid}>
          <DifferenceChart runs={[before, after]} histogram={histogram} />
          <section className={styles.card} aria-label="Change by phase">
            <h3 className={styles.cardTitle}>Where the time changed</h3>
            {phases === undefined ? (
              <p className={styles.muted}>The runs have not kept where the time of single requests went.</p>
            ) : (
              <PhaseTable means={phases.means} />
            )}
          </section>
          {latency && <ChangeTable latency={latency} />}
        </div>
      </div>
      {changedMost.length > 0 && <ChangedMost pairing={pairing} before={before} after={after} />}
    </>
  )
}

function PhaseTable({ means }: { readonly means: NonNullable<Pairing['phases']>['means'] }) {
  const changed = phaseLayers.map(({ phase }) => phase).filter((name) => Math.abs(means[name]) > NOTHING)
  const largest = Math.max(...changed.map((name) => Math.abs(means[name])))
  if (changed.length === 0) return <p className={styles.muted}>Nowhere.</p>
  return (
    <table className={styles.plain}>
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">Mean change</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {changed.map((name) => (
          <tr key={name}>
            <th scope="row">{phaseCaption(name)}</th>
            <td>{changeText(means[name])}</td>
            <td className={styles.barCell} aria-hidden="true">
              <span
                className={styles.bar}
                data-direction={means[name] < 0 ? 'less' : 'more'}
                style={{ width: `${(50 * Math.abs(means[name])) / largest}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A smaller mean change is rounding [s]. */
const NOTHING = 1e-9

function ChangeTable({ latency }: { readonly latency: LatencyChange }) {
  const figures = Object.entries(latency)
  return (
    <section className={styles.card} aria-label="Change of latency">
      <h3 className={styles.cardTitle}>Change of latency</h3>
      <table className={styles.plain}>
        <tbody>
          {figures.map(([name, seconds]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{changeText(seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ChangedMost({ pairing: { changedMost }, before, after }: PairingReportProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.scroll} aria-label="Requests that changed most" tabIndex={0}>
      <table className={styles.plain}>
        <caption>The requests that changed most</caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Generated at</th>
            <th scope="col">In {before.letter}</th>
            <th scope="col">In {after.letter}</th>
            <th scope="col">Change</th>
            <th scope="col">Mostly</th>
          </tr>
        </thead>
        <tbody>
          {changedMost.map((request) => (
            <tr key={request.ordinal}>
              <th scope="row">{request.ordinal}</th>
              <td>{formatNumber(request.start, 5)} s</td>
              <td>{formatSeconds(request.before)}</td>
              <td>{formatSeconds(request.after)}</td>
              <td>{changeText(request.after - request.before)}</td>
              <td>{request.phase === undefined ? '–' : phaseCaption(request.phase)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

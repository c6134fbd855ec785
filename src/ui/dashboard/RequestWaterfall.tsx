import type { CSSProperties } from 'react'
import { formatClock, formatNumber, formatSeconds } from '../../base/format'
import type { ShownRequest } from '../../store/traceStore'
import { phaseLayers } from './phases'
import styles from './WaterfallCard.module.css'

/** One request, one line per span: where it was, what it did there, when and for how long. */
export function RequestWaterfall({ request, spans }: ShownRequest) {
  const { id, start, finish, outcome } = request
  const time = finish - start
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.scroll} aria-label={`Request ${id}`} tabIndex={0}>
      <p className={styles.head}>
        Request {id}, generated at {formatClock(start)}, {wordsOf(outcome)} after {formatSeconds(time)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">What</th>
            <th scope="col" className={styles.number}>
              after
            </th>
            <th scope="col" className={styles.number}>
              for
            </th>
            <th scope="col" className={styles.number}>
              share
            </th>
            <th scope="col">
              <span className="visually-hidden">Timeline</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {spans.map(({ component, phase, from, to }) => {
            const layer = phaseLayers.find((one) => one.phase === phase)!
            const place = { '--from': (from - start) / time, '--part': (to - from) / time, '--color': layer.color }
            return (
              <tr key={`${component} ${phase} ${from}`}>
                <th scope="row">{component}</th>
                <td>{layer.name}</td>
                <td className={styles.number}>{formatSeconds(from - start)}</td>
                <td className={styles.number}>{formatSeconds(to - from)}</td>
                <td className={styles.number}>{percent((to - from) / time)}</td>
                <td className={styles.track} aria-hidden="true">
                  <span className={styles.bar} style={place as CSSProperties} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {spans.length === 0 && <p className={styles.none}>Lost before it had spent any time.</p>}
    </section>
  )
}

function percent(share: number): string {
  return share < 0.001 ? '< 0.1 %' : `${formatNumber(100 * share, 2)} %`
}

function wordsOf(outcome: string): string {
  if (outcome === 'completed') return 'answered'
  if (outcome === 'no_server_up') return 'refused, since no server was up,'
  return `lost on ${outcome.slice(outcome.indexOf(':') + 1)}`
}

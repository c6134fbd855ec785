import { type CSSProperties, type ReactNode, useEffect, useId, useState } from 'react'
import { formatClock, formatNumber, formatSeconds } from '../../base/format'
import type { ChosenRequest, RequestChoice } from '../../engine/requestChoice'
import type { Span } from '../../engine/requestTrace'
import type { FinishedRun } from '../../store/finishedRun'
import { Button } from '../../widgets/Button'
import { Menu } from '../../widgets/Menu'
import { Select } from '../../widgets/Select'
import { useStudio, useTrace } from '../studio'
import charts from './charts.module.css'
import { usePanel } from './PanelContext'
import { phaseLayers } from './phases'
import styles from './WaterfallCard.module.css'

/** A run that took longer is followed only when asked to [s]. */
const SOON = 2

const kinds = [
  { value: 'slowest', label: 'Slowest' },
  { value: 'failed', label: 'Failed' },
  { value: 'sample', label: 'Any' },
] as const satisfies readonly { readonly value: keyof RequestChoice; readonly label: string }[]

/** Single requests as waterfalls: what each did, where, when, and for how long. Their way is lit up on the canvas. */
export function WaterfallCard() {
  const { run, actions } = usePanel()
  const headingId = useId()
  return (
    <section className={`${charts.card} ${charts.wide}`} aria-labelledby={headingId} data-chart="waterfall">
      <header className={charts.cardHead}>
        <h3 id={headingId} title="The run is repeated to follow its slowest, its failed and some other requests.">
          Single requests
        </h3>
        <span className={charts.switches}>
          <Menu label="Single requests: arrange" iconOnly align="end" items={actions} />
        </span>
      </header>
      {run.finished ? <Waterfall run={run.finished} /> : <Remark>Known when the run has ended.</Remark>}
    </section>
  )
}

function Waterfall({ run }: { readonly run: FinishedRun }) {
  const { trace } = useStudio()
  const state = useTrace((store) => store.state)
  const isKnown = state.phase !== 'idle' && state.run === run
  const { wallSeconds } = run.result.performance
  useEffect(() => {
    if (!isKnown && wallSeconds <= SOON) trace.getState().follow(run)
  }, [trace, isKnown, wallSeconds, run])
  // Who leaves the dashboard leaves the request, too.
  useEffect(() => () => trace.getState().hide(), [trace])

  if (!isKnown) {
    return (
      <Remark>
        <Button size="s" onClick={() => trace.getState().follow(run)}>
          Follow requests
        </Button>
        <span>Repeats the run in the background, about {formatSeconds(wallSeconds)}.</span>
      </Remark>
    )
  }
  if (state.phase === 'following') return <Remark>Following requests…</Remark>
  if (state.phase === 'failed') return <Remark>{state.reason}</Remark>
  return state.phase === 'done' ? <Choice choice={state.requests.choice} /> : null
}

function Remark({ children }: { readonly children: ReactNode }) {
  return <div className={charts.empty}>{children}</div>
}

function Choice({ choice }: { readonly choice: RequestChoice }) {
  const { trace } = useStudio()
  const [kind, setKind] = useState<keyof RequestChoice>('slowest')
  const shown = useTrace((store) => store.shown)
  const listed = choice[kind]
  useEffect(() => {
    const [first] = listed
    if (first) trace.getState().show(first)
    else trace.getState().hide()
  }, [trace, listed])
  return (
    <div className={styles.columns}>
      <div className={styles.choice}>
        <Select label="Requests" value={kind} options={kinds} onCommit={setKind} />
        {listed.length === 0 ? (
          <p className={styles.none}>None in this run.</p>
        ) : (
          <ul className={styles.list} aria-label={`${kinds.find(({ value }) => value === kind)!.label} requests`}>
            {listed.map((request) => (
              <li key={request.id}>
                <button
                  type="button"
                  aria-pressed={shown?.request === request}
                  onClick={() => trace.getState().show(request)}
                >
                  <span>#{request.id}</span>
                  <span>{formatSeconds(request.finish - request.start)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {shown && <Spans request={shown.request} spans={shown.trace.spans} />}
    </div>
  )
}

function Spans({ request, spans }: { readonly request: ChosenRequest; readonly spans: readonly Span[] }) {
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
            <th scope="col" aria-label="Timeline" />
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

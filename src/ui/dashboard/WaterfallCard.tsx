import { type ReactNode, useEffect, useState } from 'react'
import { formatSeconds } from '../../base/format'
import type { FinishedRun } from '../../store/finishedRun'
import { writePreference } from '../../store/preferences'
import { requestsOf, SAMPLE_RATES, type TracedRequests } from '../../store/traceStore'
import { Button } from '../../widgets/Button'
import { NumberField } from '../../widgets/NumberField'
import { Select } from '../../widgets/Select'
import { CardFrame } from '../charts/CardFrame'
import charts from '../charts/charts.module.css'
import { useChartExports } from '../charts/useChartExports'
import { useStudio, useTrace } from '../studio'
import { usePanel } from './PanelContext'
import { RequestList } from './RequestList'
import { RequestWaterfall } from './RequestWaterfall'
import { kindWords, type RequestKindName, requestKinds } from './requestKinds'
import { spansTable } from './spansTable'
import styles from './WaterfallCard.module.css'

/** A run that took longer is followed only when asked to [s]. */
const SOON = 2

const rates = SAMPLE_RATES.map((rate) => ({ value: String(rate), label: `${100 * rate} %` }))

/** Single requests as waterfalls: what each did, where, when, and for how long. Their way is lit up on the canvas. */
export function WaterfallCard() {
  const { id, run, origins, actions } = usePanel()
  const state = useTrace((store) => store.state)
  const requests = run.finished && requestsOf(state, run.finished)
  const [csv] = useChartExports({
    origins: requests ? origins : [],
    id: 'spans',
    table: () => spansTable(requests!),
  })
  const save = { ...csv!, ...(requests === undefined && { detail: 'When requests have been followed' }) }
  return (
    <CardFrame
      id={id}
      title="Single requests"
      description="The run is repeated to follow its slowest, its failed and a sample of its requests."
      wide
      menu={{ name: 'save or arrange', items: [save, ...actions] }}
    >
      {run.finished ? <Waterfall run={run.finished} /> : <Remark>Known when the run has ended.</Remark>}
    </CardFrame>
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
  if (state.phase === 'failed') return <Remark>{state.reason}</Remark>
  const requests = requestsOf(state, run)
  if (requests === undefined) return <Remark>Following requests…</Remark>
  return <Choice run={run} requests={requests} isFollowing={state.phase === 'following'} />
}

function Remark({ children }: { readonly children: ReactNode }) {
  return <div className={charts.empty}>{children}</div>
}

interface ChoiceProps {
  readonly run: FinishedRun
  readonly requests: TracedRequests
  /** Whether more of them are going to be known. */
  readonly isFollowing: boolean
}

function Choice({ run, requests: { choice, spans }, isFollowing }: ChoiceProps) {
  const { trace } = useStudio()
  const { hide, follow, setRate } = trace.getState()
  const [kind, setKind] = useState<RequestKindName>('slowest')
  const [missing, setMissing] = useState<number>()
  const shown = useTrace((store) => store.shown)
  const rate = useTrace((store) => store.rate)
  const { places } = choice[kind]
  const [first] = places
  const log = run.result.requests
  useEffect(() => {
    if (trace.getState().shown === undefined && first !== undefined) trace.getState().show(first)
  }, [trace, first])

  const show = (place: number) => {
    setMissing(undefined)
    trace.getState().show(place)
  }
  const showKind = (next: RequestKindName) => {
    setKind(next)
    const [place] = choice[next].places
    if (place !== undefined) show(place)
    else hide()
  }
  const sample = (value: string) => {
    writePreference('sampleRate', value)
    setRate(SAMPLE_RATES.find((one) => String(one) === value)!)
  }
  const goTo = (id: number | undefined) => {
    if (id === undefined) return
    const place = log.id.indexOf(id)
    if (place < 0) setMissing(id)
    else if (spans.id.includes(id)) show(place)
    else follow(run, id)
  }
  return (
    <div className={styles.columns}>
      <div className={styles.choice}>
        <Select label="Requests" layout="row" value={kind} options={requestKinds} onCommit={showKind} />
        {kind === 'sampled' && (
          <Select label="Share" layout="row" value={String(rate)} options={rates} onCommit={sample} />
        )}
        <NumberField
          label="Number"
          layout="row"
          integer
          minimum={1}
          value={shown?.request.id}
          error={missing === undefined ? undefined : `There is no record that request ${missing} ended.`}
          onCommit={goTo}
        />
        <p className={styles.none} role="status">
          {isFollowing ? 'Following requests…' : kindWords(kind, choice[kind])}
        </p>
        {places.length > 0 && (
          <RequestList
            label={`${requestKinds.find(({ value }) => value === kind)!.label} requests`}
            log={log}
            places={places}
            shown={shown?.place}
            onShow={show}
          />
        )}
      </div>
      {shown && <RequestWaterfall {...shown} />}
    </div>
  )
}

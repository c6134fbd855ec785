import { useMemo, useState } from 'react'
import { formatNumber, formatSeconds } from '../../base/format'
import type { PercentileBand } from '../../engine/anatomy'
import { ChartKey } from '../charts/ChartKey'
import { ChartSwitch } from '../charts/ChartSwitch'
import styles from '../charts/charts.module.css'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { AnatomyChart } from './AnatomyChart'
import { bandName, phasesInUse, tailDifferences } from './anatomyRows'
import { ChartCard } from './ChartCard'
import { noLatencyText } from './latencyFigures'
import { usePanel } from './PanelContext'
import type { ShownRun } from './shownRun'

const NO_BANDS: readonly PercentileBand[] = []

/** Latency anatomy: shares of the phases by percentile band, and the tail against the quick half in numbers. */
export function AnatomyCard() {
  const { run } = usePanel()
  const bands = run.finished?.result.anatomy ?? NO_BANDS
  const [absolute, setAbsolute] = useState(false)
  const place = usePlace<HTMLDivElement>()
  const layers = useMemo(() => phasesInUse(bands.map(({ phases }) => phases)), [bands])
  const picture = useMemo(
    () => ({ bands, layers, absolute, width: place.width }),
    [bands, layers, absolute, place.width],
  )
  const paced = usePaced(picture, place.width > 0)
  return (
    <ChartCard
      title="Latency anatomy"
      unit={absolute ? '' : 'share of the time'}
      description="Where the time of the completed requests went, from the quickest half to the slowest hundredth; at the right the mean latency of each band."
      empty={emptyText(run, layers.length)}
      switches={
        <ChartSwitch label="Seconds" title="Bars as long as the latency" on={absolute} onChange={setAbsolute} />
      }
      legend={
        <>
          <ChartKey entries={layers} />
          <p className={styles.remark}>{tailText(bands)}</p>
        </>
      }
      legendEntries={layers}
      place={place.ref}
      chart={paced && <AnatomyChart {...paced} />}
      table={() => ({
        caption: 'Mean time in each phase by percentile band',
        columns: ['band', 'requests', 'latency [s]', ...layers.map(({ name }) => `${name} [s]`)],
        rows: bands.map((band) => [
          bandName(band),
          band.count,
          band.latency,
          ...layers.map(({ phase }) => band.phases[phase]),
        ]),
      })}
    />
  )
}

function emptyText({ finished, view }: ShownRun, layers: number): string | undefined {
  if (finished === undefined) return 'Known when the run has ended.'
  return layers === 0 ? noLatencyText(view.summary.requests.completed) : undefined
}

/** The tail against the quick half, with the phases that make most of the difference. */
function tailText(bands: readonly PercentileBand[]): string {
  const [quick, slow] = [bands[0], bands.at(-1)]
  if (quick === undefined || slow === undefined) return ''
  const parts = tailDifferences(bands)
    .filter(({ share }) => share !== undefined && share >= 0.05)
    .slice(0, 3)
    .map(({ name, more, share }) => `${name} +${formatSeconds(more)} (${formatNumber((share ?? 0) * 100, 2)} %)`)
  const times = `The slowest 1 % take ${formatSeconds(slow.latency)}, the quickest half ${formatSeconds(quick.latency)}`
  return parts.length === 0 ? `${times}.` : `${times}. The difference: ${parts.join(', ')}.`
}

import { formatCount, formatNumber, formatRate, formatSeconds, formatUsd } from '../../base/format'
import type { RunSummary } from '../../engine/runResult'

/** One number of the summary, ready to be shown: "p95 30.9 ms". */
export interface Figure {
  readonly label: string
  readonly text: string
  /** The same with full precision, for those who ask. */
  readonly exact: string
}

/** A figure that can be compared with that of another run. */
export interface ComparableFigure extends Figure {
  /** The number behind the text; null: there is none. */
  readonly value: number | null
  /** Writes a number of its unit as `text` is written. */
  readonly format: (value: number) => string
}

export interface FigureGroup<F extends Figure = Figure> {
  readonly title: string
  readonly figures: readonly F[]
}

/** The figures of a run in the order of the cards; cost and "no server up" only where there is any. */
export function figureGroups(summary: RunSummary): FigureGroup<ComparableFigure>[] {
  const groups = [latencyFigures(summary), requestFigures(summary), costFigures(summary)]
  return groups.filter((group) => group !== undefined)
}

function latencyFigures({ latency }: RunSummary): FigureGroup<ComparableFigure> {
  const note = latency.method === 'histogram' ? ' (within 0.3 %)' : ''
  const figure = (label: string, seconds: number | null, remark = ''): ComparableFigure => ({
    label,
    text: formatSeconds(seconds),
    exact: seconds === null ? 'no completed request' : `${seconds} s${remark}`,
    value: seconds,
    format: formatSeconds,
  })
  return {
    title: 'Latency',
    figures: [
      figure('p50', latency.p50, note),
      figure('p95', latency.p95, note),
      figure('p99', latency.p99, note),
      figure('mean', latency.mean),
      figure('max', latency.max),
    ],
  }
}

function requestFigures({ requests, throughput }: RunSummary): FigureGroup<ComparableFigure> {
  const figure = (label: string, count: number): ComparableFigure => ({
    label,
    text: formatCount(count),
    exact: `${count} of ${requests.generated} requests${percentOf(count, requests.generated)}`,
    value: count,
    format: formatCount,
  })
  const { completed, inFlight, outcomes } = requests
  const noServerUp = outcomes.no_server_up > 0 ? [figure('no server up', outcomes.no_server_up)] : []
  return {
    title: 'Requests',
    figures: [
      figure('completed', completed),
      figure('dropped', outcomes.dropped),
      ...noServerUp,
      figure('in flight', inFlight),
      {
        label: 'throughput',
        text: formatRate(throughput.mean),
        exact: `${throughput.mean} completed requests per second of simulated time`,
        value: throughput.mean,
        format: formatRate,
      },
      {
        label: 'max throughput',
        text: formatRate(throughput.max),
        exact:
          throughput.max === null ? 'no whole second' : `${throughput.max} completed requests in the busiest second`,
        value: throughput.max,
        format: formatRate,
      },
    ],
  }
}

function percentOf(part: number, whole: number): string {
  if (whole === 0) return ''
  const percent = formatNumber((100 * part) / whole)
  return part < whole && percent === '100' ? ' (almost 100 %)' : ` (${percent} %)`
}

function costFigures({ llmCost }: RunSummary): FigureGroup<ComparableFigure> | undefined {
  if (llmCost === undefined) return undefined
  const figure = (label: string, usd: number | null, per: string): ComparableFigure => ({
    label,
    text: formatUsd(usd),
    exact: usd === null ? 'no completed request' : `${usd} USD ${per}`,
    value: usd,
    format: formatUsd,
  })
  return {
    title: 'LLM cost',
    figures: [
      figure('LLM cost', llmCost.total, 'in all'),
      figure('per request', llmCost.perRequest, 'per completed request'),
      figure('per hour', llmCost.perHour, 'per hour of simulated time'),
    ],
  }
}

import { formatChange, formatNumber } from '../../base/format'
import { metricsByKind } from '../../catalog/metrics'
import type { RunSummary } from '../../engine/runResult'
import { type ChartUnit, formatPlain } from '../charts/units'
import { type ComparableFigure, type FigureGroup, figureGroups } from '../dashboard/figures'

/** How a figure differs from the baseline's. */
export interface Delta {
  /** With its sign and unit: `−12.1 ms`; `same` within rounding. */
  readonly text: string
  /** `−28 %`, or `185 000 ×`; undefined where the baseline is 0. */
  readonly relative: string | undefined
  readonly tone: 'better' | 'worse' | 'neutral'
}

export interface DeltaCell {
  readonly text: string
  /** Undefined for the baseline itself, and where one of the values is missing. */
  readonly delta: Delta | undefined
}

/** A figure of every run, in the order of the runs. */
export interface DeltaRow {
  readonly label: string
  readonly cells: readonly DeltaCell[]
}

export interface DeltaGroup {
  readonly title: string
  readonly rows: readonly DeltaRow[]
}

/** What is compared of the gauges of a server: how busy it was, and who waited. */
const COMPARED_GAUGES = [
  'cpu_utilization',
  'ready_queue_len',
  'ram_in_use',
  'ram_queue_len',
  'db_pool_pending',
] as const

/**
 * Every figure of the cards and the utilisation and queues of every server, run beside run; queues in which nobody
 * ever waited are left out.
 * @param baseline index of the run that the others are compared with
 */
export function deltaGroups(summaries: readonly RunSummary[], baseline: number): DeltaGroup[] {
  const byRun = summaries.map((summary) => [...figureGroups(summary), ...serverGroups(summary)])
  const titles = unionOf(byRun.map((groups) => groups.map(({ title }) => title)))
  return titles.map((title) => {
    const figuresByRun = byRun.map((groups) => groups.find((group) => group.title === title)?.figures ?? [])
    const labels = unionOf(figuresByRun.map((figures) => figures.map(({ label }) => label)))
    const rows = labels.map((label) => {
      const figures = figuresByRun.map((all) => all.find((figure) => figure.label === label))
      return { label, figures, cells: figures.map((figure) => cellOf(label, figure, figures[baseline])) }
    })
    const isServer = title.startsWith(SERVER)
    return { title, rows: rows.filter(({ figures }) => !isServer || figures.some((figure) => figure?.value !== 0)) }
  })
}

const SERVER = 'Server '

/** All names in the order in which they first appear. */
function unionOf(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}

function serverGroups({ components }: RunSummary): FigureGroup<ComparableFigure>[] {
  const groups = Object.entries(components).map(([id, gauges]) => ({
    title: `${SERVER}${id}`,
    figures: COMPARED_GAUGES.flatMap((name): ComparableFigure[] => {
      const gauge = gauges[name]
      const metric = metricsByKind.server.find((one) => one.id === name)
      if (gauge === undefined || metric === undefined) return []
      const { caption, unit } = metric
      const figure = (what: string, value: number) => ({
        label: `${caption}, ${what}${unit === 'MB' ? ' [MB]' : ''}`,
        text: formatPlain(unit, value),
        exact: String(value),
        value,
        format: (amount: number) => formatDifference(unit, amount),
      })
      return [figure('mean', gauge.mean), figure('max', gauge.max)]
    }),
  }))
  return groups.filter(({ figures }) => figures.length > 0)
}

/** A difference of percentages is in percentage points, lest it be taken for the relative one beside it. */
function formatDifference(unit: ChartUnit, amount: number): string {
  return unit === '0…1' ? `${formatNumber(100 * amount)} pp` : formatPlain(unit, amount)
}

function cellOf(label: string, figure: ComparableFigure | undefined, base: ComparableFigure | undefined): DeltaCell {
  if (figure === undefined) return { text: '–', delta: undefined }
  const isComparable = figure !== base && figure.value !== null && base !== undefined && base.value !== null
  const delta = isComparable ? deltaOf(label, figure.value, base.value, figure.format) : undefined
  return { text: figure.text, delta }
}

/** Relative differences below this are rounding. */
const ROUNDING = 1e-9

function deltaOf(label: string, value: number, base: number, format: (value: number) => string): Delta {
  const change = value - base
  if (Math.abs(change) <= ROUNDING * Math.max(Math.abs(value), Math.abs(base)))
    return { text: 'same', relative: undefined, tone: 'neutral' }
  const sign = change < 0 ? '−' : '+'
  return {
    text: `${sign}${format(Math.abs(change))}`,
    relative: base === 0 ? undefined : formatChange(value, base, 2),
    tone: toneOf(label, change),
  }
}

/** More of these is good; that the machines are busy, or requests on their way, is neither good nor bad. */
const GOOD = ['completed', 'throughput', 'max throughput']
const NEITHER = ['in flight', 'CPU utilisation', 'RAM in use']

function toneOf(label: string, change: number): Delta['tone'] {
  if (NEITHER.some((name) => label.startsWith(name))) return 'neutral'
  return change > 0 === GOOD.includes(label) ? 'better' : 'worse'
}

import { formatClock, formatNumber } from '../../base/format'
import type { LatencyHistogram } from '../../engine/runResult'
import { type Html, html } from './html'

/** Size of a chart, and of the margins for its labels [px]. */
const WIDTH = 640
const HEIGHT = 200
const MARGIN = { left: 56, right: 12, top: 12, bottom: 24 }
const PLOT = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom }

/** Told apart without colour, too. */
const DASHES = ['none', '6 3', '2 3', '8 3 2 3', '1 3', '12 4']

/** A quantity over simulated time; a value that is none leaves a gap. */
export interface ReportLine {
  readonly name: string
  readonly values: ArrayLike<number>
}

/** Lines over simulated time, as SVG. */
export function lineChart(
  title: string,
  unit: string,
  ends: Float64Array,
  lines: readonly ReportLine[],
  format = (value: number): string => formatNumber(value),
): Html {
  const last = ends.at(-1) ?? 1
  const top = Math.max(1e-12, ...lines.flatMap(({ values }) => Array.from(values).filter(Number.isFinite)))
  const paths = lines.map(
    ({ values }, i) =>
      html`<path class="line s${i % DASHES.length}" stroke-dasharray="${DASHES[i % DASHES.length]!}" d="${pathOf(ends, values, last, top)}"/>`,
  )
  const legend = lines.map(
    ({ name }, i) =>
      html`<li><svg width="24" height="8" aria-hidden="true"><line class="line s${i % DASHES.length}" stroke-dasharray="${DASHES[i % DASHES.length]!}" x2="24" y1="4" y2="4"/></svg> ${name}</li>`,
  )
  return html`<figure><figcaption>${title} <small>${unit}</small></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${axes(
    [0, top / 2, top].map(format),
    [0, last / 2, last].map((time) => formatClock(time, last)),
  )}${paths}</svg>
<ul class="legend">${legend}</ul></figure>
`
}

/** Counts of completed requests by latency, as SVG. */
export function histogramChart({ edges, counts }: LatencyHistogram, format: (seconds: number) => string): Html {
  const top = Math.max(1, ...counts)
  const bars = Array.from(counts, (count, bin) => {
    const left = xOf(bin, counts.length)
    const height = (count / top) * PLOT.height
    return html`<rect class="bar" x="${round(left)}" y="${round(MARGIN.top + PLOT.height - height)}" width="${round(PLOT.width / counts.length)}" height="${round(height)}"/>`
  })
  const at = (share: number) => format(edges[Math.round(share * (edges.length - 1))] ?? 0)
  return html`<figure><figcaption>Latency distribution <small>completed requests per bin</small></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Latency distribution">${axes(
    [0, top / 2, top].map((value) => formatNumber(value)),
    [at(0), at(0.5), at(1)],
  )}${bars}</svg></figure>
`
}

/** Three labels on each side: bottom, middle, top, and left, middle, right. */
function axes(levels: readonly string[], times: readonly string[]): Html {
  const rows = levels.map((text, i) => {
    const y = MARGIN.top + PLOT.height * (1 - i / 2)
    return html`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y}" y2="${y}"/><text x="${MARGIN.left - 6}" y="${y + 4}" text-anchor="end">${text}</text>`
  })
  const anchors = ['start', 'middle', 'end']
  const columns = times.map(
    (text, i) =>
      html`<text x="${MARGIN.left + (PLOT.width * i) / 2}" y="${HEIGHT - 6}" text-anchor="${anchors[i]!}">${text}</text>`,
  )
  return html`${rows}${columns}`
}

/** Each value stands over the whole of its interval. */
function pathOf(ends: Float64Array, values: ArrayLike<number>, last: number, top: number): string {
  let path = ''
  let isOpen = false
  for (let i = 0; i < ends.length; i++) {
    const value = values[i]!
    if (Number.isFinite(value)) {
      const y = round(MARGIN.top + PLOT.height * (1 - value / top))
      const from = round(xOf(i === 0 ? 0 : ends[i - 1]!, last))
      path += `${isOpen ? 'L' : 'M'}${from} ${y}L${round(xOf(ends[i]!, last))} ${y}`
    }
    isOpen = Number.isFinite(value)
  }
  return path
}

function xOf(value: number, last: number): number {
  return MARGIN.left + (value / last) * PLOT.width
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

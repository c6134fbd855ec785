import { formatClock, formatCount, formatNumber, formatRate, formatSeconds } from '../../base/format'
import { metricOf } from '../../catalog/metrics'
import { type Intervals, latencyQuantiles, ratesOf } from '../../engine/intervals'
import { phaseNames } from '../../engine/phaseTimes'
import type { GaugeName, RunResult } from '../../engine/runResult'
import type { SavedRun } from '../runFile'
import { histogramChart, lineChart, type ReportLine } from './charts'
import { type Html, html } from './html'
import { REPORT_STYLE } from './style'

/**
 * The run as one HTML document that needs nothing else: scenario, seed, verdict, figures and charts. It has no script
 * and loads nothing, so it opens offline and stays what it is.
 */
export function reportDocument({ result, scenarioText }: SavedRun): string {
  const { identity } = result
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${identity.scenarioName}, seed ${identity.seed}: report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<header><h1>${identity.scenarioName}</h1>
<p>${factsOf(result)}</p></header>
${verdictOf(result)}${figuresOf(result)}${objectivesOf(result)}<section><h2>Over time</h2><div class="charts">${chartsOf(result)}</div></section>
${anatomyOf(result)}${resourcesOf(result)}${serversOf(result)}${edgesOf(result)}<section><h2>Scenario</h2>
<pre>${scenarioText}</pre></section>
<footer><p>AsyncFlow Studio ${identity.appVersion}, seed ${identity.seed}, replication ${identity.replication}, scenario SHA-256 ${identity.scenarioHash}. The same scenario, seed and version give the same run.</p></footer>
</main>
</body>
</html>
`.text
}

const endings: Record<RunResult['end'], string> = {
  horizon: '',
  cancelled: ', cancelled',
  unstable: ', ended as unstable',
}

function factsOf({ identity, simulatedSeconds, end, events, summary: { warmUp } }: RunResult): string {
  const measured = warmUp.seconds > 0 ? `, figures without the first ${formatClock(warmUp.seconds)}` : ''
  return `Seed ${identity.seed}, ${formatClock(simulatedSeconds)} simulated${endings[end]}, ${formatCount(events)} events${measured}`
}

function verdictOf({ attribution }: RunResult): Html {
  return html`<section><h2>Verdict</h2><p>${attribution.verdict.join(' ')}</p></section>
`
}

function figuresOf({ summary: { latency, throughput, requests } }: RunResult): Html {
  const { completed, dropped, no_server_up } = requests.outcomes
  return section(
    'Figures',
    ['figure', 'value'],
    [
      ['latency p50', formatSeconds(latency.p50)],
      ['latency p95', formatSeconds(latency.p95)],
      ['latency p99', formatSeconds(latency.p99)],
      ['latency mean', formatSeconds(latency.mean)],
      ['latency max', formatSeconds(latency.max)],
      ['throughput', formatRate(throughput.mean)],
      ['completed', formatCount(completed)],
      ['lost on edges', formatCount(dropped)],
      ['no server up', formatCount(no_server_up)],
      ['in flight at the end', formatCount(requests.inFlight)],
    ],
  )
}

function objectivesOf({ summary: { objectives } }: RunResult): Html {
  if (objectives.length === 0) return html``
  const verdicts = new Map([
    [true, '✓ met'],
    [false, '✗ missed'],
  ])
  return section(
    'Objectives',
    ['objective', 'target', 'good', 'verdict', 'burn rate', 'error budget used'],
    objectives.map(({ id, target, good, valid, met, burnRate, budgetUsed }) => [
      id,
      percent(target, 6),
      valid === 0 ? '–' : percent(good / valid, 6),
      (met === null ? undefined : verdicts.get(met)) ?? 'no request counted',
      formatNumber(burnRate),
      budgetUsed === null ? '–' : percent(budgetUsed),
    ]),
  )
}

function chartsOf({ intervals, histogram }: RunResult): Html[] {
  const { ends, generated, completed, dropped, noServerUp, inSystem } = intervals
  const failed = dropped.map((value, i) => value + noServerUp[i]!)
  return [
    lineChart('Requests', 'per second', ends, [
      { name: 'generated', values: ratesOf(intervals, generated) },
      { name: 'completed', values: ratesOf(intervals, completed) },
      { name: 'failed', values: ratesOf(intervals, failed) },
    ]),
    lineChart(
      'Latency percentiles',
      'of the requests completed in each interval',
      ends,
      percentileLines(intervals),
      formatSeconds,
    ),
    histogramChart(histogram, formatSeconds),
    lineChart('In the system', `requests${MEANS}`, ends, [{ name: 'requests', values: inSystem.mean }]),
    ...(['cpu_utilization', 'ready_queue_len', 'ram_queue_len', 'db_pool_pending'] as const).flatMap((metric) =>
      gaugeChart(intervals, metric),
    ),
  ]
}

function percentileLines(intervals: Intervals): ReportLine[] {
  const [p50, p95, p99] = latencyQuantiles(intervals, [0.5, 0.95, 0.99])
  return [
    { name: 'p50', values: p50! },
    { name: 'p95', values: p95! },
    { name: 'p99', values: p99! },
  ]
}

/** The fullest few, where anything was there. */
function gaugeChart({ ends, gauges }: Intervals, metric: GaugeName): Html[] {
  const lines = gauges
    .filter((gauge) => gauge.metric === metric)
    .map(({ component, mean }) => ({ name: component, values: mean, largest: Math.max(...mean) }))
    .filter(({ largest }) => largest > 0)
    .toSorted((a, b) => b.largest - a.largest)
    .slice(0, MOST_LINES)
  const { caption, unit } = metricOf(metric)
  return lines.length === 0 ? [] : [lineChart(caption, unit + MEANS, ends, lines)]
}

const MOST_LINES = 6
/** Said of gauges, whose peaks are told by the tables. */
const MEANS = ', mean of each interval'

function anatomyOf({ anatomy }: RunResult): Html {
  const used = phaseNames.filter((name) => anatomy.some(({ phases }) => phases[name] > 0))
  if (used.length === 0) return html``
  return section(
    'Where the time went, from the quick requests to the slow ones',
    ['percentiles', 'mean latency', ...used.map((name) => name.replaceAll('_', ' '))],
    anatomy.map(({ from, to, latency, phases }) => [
      `${from}–${to}`,
      formatSeconds(latency),
      ...used.map((name) => formatSeconds(phases[name])),
    ]),
  )
}

function resourcesOf({ attribution: { use } }: RunResult): Html {
  return section(
    'Resources: utilisation, saturation, errors',
    ['component', 'resource', 'utilisation', 'waiting on average', 'at most', 'lost'],
    use.map(({ component, resource, utilisation, saturation, errors }) => [
      component,
      resource.replace('_', ' '),
      utilisation === null ? '–' : percent(utilisation),
      formatNumber(saturation.mean),
      formatNumber(saturation.max),
      formatCount(errors),
    ]),
  )
}

function serversOf({ summary: { servers } }: RunResult): Html {
  return section(
    'Servers and their endpoints',
    ['server', 'endpoint', 'answers', 'time p50', 'p95', 'p99', 'wait for a core p95'],
    Object.entries(servers).flatMap(([id, { endpoints, cpuWait }]) =>
      Object.entries(endpoints).map(([name, { time }]) => [
        id,
        name,
        formatCount(time.count),
        formatSeconds(time.p50),
        formatSeconds(time.p95),
        formatSeconds(time.p99),
        formatSeconds(cpuWait.p95),
      ]),
    ),
  )
}

function edgesOf({ summary: { edges } }: RunResult): Html {
  return section(
    'Edges',
    ['edge', 'sent', 'lost', 'mean latency'],
    Object.entries(edges).map(([id, { sent, lost, latency }]) => [
      id,
      formatCount(sent),
      formatCount(lost),
      formatSeconds(latency),
    ]),
  )
}

function section(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Html {
  const head = columns.map((column) => html`<th scope="col">${column}</th>`)
  const body = rows.map(
    ([first = '', ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )
  return html`<section><h2>${title}</h2><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div></section>
`
}

function percent(share: number, digits = 3): string {
  return `${formatNumber(100 * share, digits)} %`
}

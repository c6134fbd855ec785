import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RunResult } from '../../src/engine/runResult'
import { examples } from '../../src/examples'
import { parseScenario } from '../../src/scenario/parse'
import { simulate } from '../fixtures/scenario'

/*
 * One page of figures for every example, to be read by people: a change of the kernel that moves a
 * figure shows here. A failing test leaves the new page beside the old one as `*.changed.txt`;
 * when the change is meant, rename it and say in CHANGELOG.md why.
 */

const SEED = 1

test.each(examples)('"$title" gives the figures that were read and accepted', ({ id, text }) => {
  const { scenario } = parseScenario(text)
  const page = pageOf(simulate(scenario!, { seed: SEED, scenarioName: id }))
  const accepted = new URL(`./${id}.txt`, import.meta.url)
  const changed = new URL(`./${id}.changed.txt`, import.meta.url)
  const known = existsSync(accepted) ? readFileSync(accepted, 'utf8') : ''
  if (page === known) rmSync(changed, { force: true })
  else writeFileSync(changed, page)
  expect(page).toBe(known)
})

function pageOf({ identity, summary, simulatedSeconds, events, series }: RunResult): string {
  const { requests, latency, throughput, components, llmCost } = summary
  const lines = [
    `${identity.scenarioName}, seed ${identity.seed}, ${simulatedSeconds} s, ${events} events`,
    `scenario ${identity.scenarioHash}`,
    '',
    `requests     generated ${requests.generated}, completed ${requests.completed}, in flight ${requests.inFlight}`,
    `outcomes     dropped ${requests.outcomes.dropped}, no_server_up ${requests.outcomes.no_server_up}`,
    ...Object.entries(requests.droppedByEdge).map(([edge, count]) => `             ${count} on ${edge}`),
    `latency      mean ${ms(latency.mean)}, std ${ms(latency.stdDev)}, min ${ms(latency.min)}, max ${ms(latency.max)}`,
    `             p50 ${ms(latency.p50)}, p90 ${ms(latency.p90)}, p95 ${ms(latency.p95)}, p99 ${ms(latency.p99)}, p99.9 ${ms(latency.p999)}`,
    `throughput   mean ${throughput.mean.toFixed(4)}/s, max ${throughput.max}/s`,
  ]
  if (llmCost)
    lines.push(`LLM cost     total ${llmCost.total.toFixed(6)} USD, per hour ${llmCost.perHour.toFixed(6)} USD`)
  lines.push('', 'gauges, exact mean and maximum')
  for (const [component, gauges] of Object.entries(components)) {
    for (const [metric, gauge] of Object.entries(gauges)) {
      lines.push(`${component.padEnd(16)} ${metric.padEnd(27)} ${gauge!.mean.toFixed(6).padStart(12)} ${gauge!.max}`)
    }
  }
  lines.push('', `time series: ${series.length}, ${series.reduce((sum, { time }) => sum + time.length, 0)} points`)
  return `${lines.join('\n')}\n`
}

function ms(seconds: number | null): string {
  return seconds === null ? '–' : `${(seconds * 1000).toFixed(6)} ms`
}

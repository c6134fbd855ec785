import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { runToEnd } from '../src/engine/run'
import { parseScenario } from '../src/scenario/parse'
import { StudioPage } from './pages/studioPage'

/* Runs in Chromium and in Firefox: one seed gives the same figures there as in Node, to the last bit. */

for (const example of ['minimal', 'outage', 'black-friday']) {
  test(`the example ${example} gives the same figures here as in Node`, async ({ page }) => {
    const text = readFileSync(new URL(`../src/examples/${example}.yaml`, import.meta.url), 'utf8')
    const { scenario } = parseScenario(text)
    const seed = scenario!.sim_settings.seed!
    const { summary } = runToEnd({ scenario: scenario!, scenarioName: example, seed, appVersion: 'test' })

    const studio = new StudioPage(page)
    await studio.open(`#example=${example}`)
    await studio.results.runToEnd()
    for (const figure of ['p50', 'p95', 'p99', 'mean', 'max'] as const) {
      await expect(studio.results.figure(figure)).toHaveAttribute(
        'title',
        new RegExp(`: ${summary.latency[figure]} s$`),
      )
    }
  })
}

import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { createServer } from 'vite'
import { runToEnd } from '../src/engine/run'
import { parseRunFile } from '../src/export/runFile'
import { parseScenario } from '../src/scenario/parse'
import { hashOfFigures, hashOfSeries } from '../src/validation/fingerprint'
import type { Golden } from '../src/validation/goldens'
import { CheckPane } from './pages/checkPane'
import { StudioPage } from './pages/studioPage'

/*
 * Runs in Chromium and in Firefox: one seed gives the same run there as in Node, event by event and bit by
 * bit. That Node gives what is in the file is checked by tests/golden.
 */

const goldens: readonly Golden[] = JSON.parse(
  readFileSync(new URL('../src/validation/goldens.json', import.meta.url), 'utf8'),
)
const accepted = new Map(
  goldens.map(({ scenario, seed, events, fingerprint }) => [`${scenario} ${seed}`, { events, ...fingerprint }]),
)

const textOf = (example: string) => readFileSync(new URL(`../src/examples/${example}.yaml`, import.meta.url), 'utf8')

/** The same run in Node. */
function runInNode(text: string) {
  const { scenario } = parseScenario(text)
  return runToEnd({ scenario: scenario!, scenarioName: '', seed: scenario!.sim_settings.seed!, appVersion: '' })
}

test('D06 the built page reproduces every reference run', async ({ page }) => {
  test.slow()
  await new StudioPage(page).open('#check')
  const check = new CheckPane(page)
  await check.start()
  expect(await check.fingerprints(goldens.length)).toEqual(accepted)
  await expect(check.referenceRows).not.toHaveCount(0)
  await expect(check.referenceRows.filter({ hasNotText: /3 of 3 the same/ })).toHaveCount(0)
})

test('an example gives the same figures here as in Node', async ({ page }) => {
  const { summary } = runInNode(textOf('outage'))
  const studio = new StudioPage(page)
  await studio.open('#example=outage')
  await studio.results.runToEnd()
  for (const figure of ['p50', 'p95', 'p99', 'mean', 'max'] as const) {
    await expect(studio.results.figure(figure)).toHaveAttribute('title', new RegExp(`: ${summary.latency[figure]} s$`))
  }
})

test.describe('in Chromium alone', () => {
  test.skip(({ browserName }) => browserName !== 'chromium', 'Firefox has no downloads here')

  test('a run that was paused and resumed is the run of Node, to the last bit', async ({ page }) => {
    test.slow()
    const text = textOf('outage').replace('total_simulation_time: 300', 'total_simulation_time: 1200')
    const studio = new StudioPage(page)
    await studio.open()
    await studio.openFile('long-outage.yaml', text)
    const { results } = studio
    // Slowly enough to be still under way when it is paused.
    await results.chooseSpeed('60 ×')
    await results.runButton.click()
    for (let pause = 0; pause < 2; pause++) {
      await results.pauseButton.click()
      await results.expectState(/^Paused/)
      await results.resumeButton.click()
    }
    await results.chooseSpeed('As fast as possible')
    await results.expectState(/^Done/)
    const file = parseRunFile((await results.exportFile('Run JSON')).text)
    const here = file.ok ? file.run.result : undefined
    const there = runInNode(text)
    expect(here?.requests).toEqual(there.requests)
    expect(hashOfSeries(here!.series)).toBe(hashOfSeries(there.series))
    expect(hashOfFigures(here!)).toBe(hashOfFigures(there))
  })

  test('the development build reproduces reference runs', async ({ page }) => {
    test.slow()
    const server = await createServer({ server: { port: 4322 }, logLevel: 'error' })
    try {
      await server.listen()
      await page.goto(`${server.resolvedUrls!.local[0]}#check`)
      const check = new CheckPane(page)
      await check.start()
      const fingerprints = await check.fingerprints(9)
      for (const [run, fingerprint] of fingerprints) expect(fingerprint).toEqual(accepted.get(run))
    } finally {
      await server.close()
    }
  })
})

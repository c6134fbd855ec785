import { expect, test } from '@playwright/test'
import { formatCount, formatRate, formatSeconds } from '../src/base/format'
import { parseRunFile } from '../src/export/runFile'
import { recordsOfCsv } from '../tests/fixtures/strictCsv'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'

test.use(plainText)

test('without a result only the scenario can be saved, and the menu says why', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await page.getByRole('button', { name: 'Export' }).click()
  const summary = page.getByRole('menuitem', { name: 'Summary CSV' })
  await expect(summary).toBeDisabled()
  await expect(summary).toContainText('Press Run first')
  await expect(page.getByRole('menuitem', { name: 'Scenario YAML' })).toBeEnabled()
})

test('E01 the exported summary has the figures of the cards', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open('#example=load-balancer')
  await studio.results.runToEnd()
  const { name, text } = await studio.results.exportFile('Summary CSV')
  expect(name).toMatch(/^[A-Za-z0-9._-]+_seed-\d+_summary\.csv$/)
  const [row = {}] = recordsOfCsv(text)
  const cell = (column: string) => Number(row[column])
  for (const percentile of ['p50', 'p95', 'p99', 'mean', 'max']) {
    const value = formatSeconds(cell(`latency_${percentile} [s]`))
    await expect(studio.results.figure(percentile)).toHaveText(`${percentile} ${value}`)
  }
  await expect(studio.results.figure('completed')).toHaveText(`completed ${formatCount(cell('completed [requests]'))}`)
  await expect(studio.results.figure('dropped')).toHaveText(`dropped ${formatCount(cell('dropped [requests]'))}`)
  await expect(studio.results.figure('throughput')).toHaveText(
    `throughput ${formatRate(cell('throughput_mean [requests/s]'))}`,
  )
})

test('requests, histogram and time series agree with the summary', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open('#example=load-balancer')
  await studio.results.runToEnd()
  const read = async (item: string) => recordsOfCsv((await studio.results.exportFile(item)).text)
  const [summary = {}] = await read('Summary CSV')
  const completed = Number(summary['completed [requests]'])

  const requests = await read('Requests CSV')
  const latencies = requests.filter(({ outcome }) => outcome === 'completed').map((row) => Number(row['latency [s]']))
  expect(latencies).toHaveLength(completed)
  expect(Math.max(...latencies)).toBe(Number(summary['latency_max [s]']))

  const bins = await read('Histogram CSV')
  expect(bins.reduce((sum, bin) => sum + Number(bin['completed [requests]']), 0)).toBe(completed)

  const series = await read('Time series CSV')
  const busiest = Math.max(...series.map((row) => Number(row['completed_max [requests/s]'])))
  expect(busiest).toBe(Number(summary['throughput_max [requests/s]']))
})

test('a run saved as JSON can be read back, with the text it was made from', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.results.runToEnd()
  const { name, text } = await studio.results.exportFile('Run JSON')
  expect(name).toMatch(/_run\.json$/)
  const file = parseRunFile(text)
  expect(file).toMatchObject({ ok: true, run: { scenarioText: await studio.savedText() } })
})

test('the scenario is saved byte for byte under its name', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  const { name, text } = await studio.results.exportFile('Scenario YAML')
  expect(name).toMatch(/^[A-Za-z0-9._-]+\.yaml$/)
  expect(text).toBe(await studio.savedText())
})

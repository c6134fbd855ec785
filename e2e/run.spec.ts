import { expect, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'
import { LONG, oneServer } from './scenarios'

const CHARTS = [
  'Requests per second',
  'Latency percentiles',
  'Latency distribution',
  'In flight',
  'Ready queue',
  'Where the time goes',
]

test('E11 one click runs the first example and fills cards and charts; what theory says stands beside them', async ({
  page,
}) => {
  const { results } = await openStudio(page)
  await expect(results.root).toContainText('No results yet')
  await results.runToEnd()
  await expect(results.figure('p95')).toHaveText(/^p95 [\d.]+ ms$/)
  await expect(results.figure('completed')).toHaveText(/^completed [\d\u202f]+$/)
  await expect(results.root).toContainText('whole run')
  for (const chart of CHARTS) await expect(results.curves(chart).first()).toBeAttached()
  await expect(results.root).toContainText(/seed \d+/)

  const sanity = results.root.locator('[data-sanity]')
  await expect(sanity.locator('summary')).toContainText(/L [\d.]+, λW [\d.]+/)
  await sanity.locator('summary').click()
  const rows = sanity.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: 'Little’s law' })).toContainText('holds')
  await expect(rows.filter({ hasText: 'Offered load' }).first()).toContainText('keeps up')
  await expect(rows.filter({ hasText: 'Mean wait for a core' })).toContainText(/applies|approximate/)
})

test('D03 a run can be paused, resumed and cancelled, and the next one works', async ({ page }) => {
  const studio = await openStudio(page)
  const { canvas, results } = studio
  await studio.openFile('long.yaml', LONG)
  await results.runButton.click()
  await expect(results.root).toContainText('so far')
  await expect(results.runButton).toHaveCount(0)
  const load = canvas.region.getByText(/^Load:/)
  // A pause that comes before the first interval has ended leaves it without a load.
  await expect(load).toHaveText('Load: now')

  await results.pauseButton.click()
  await results.expectState(/^Paused/)
  const paused = await results.progress.getAttribute('aria-valuetext')
  await page.waitForTimeout(600)
  expect(await results.progress.getAttribute('aria-valuetext')).toBe(paused)

  await test.step('E14 while another scenario stands in the text, nothing of the run passes for its own', async () => {
    await studio.openFile('short.yaml', oneServer())
    const banner = results.root.getByText('Results of an earlier version of the scenario').locator('..')
    const { y, height } = (await banner.boundingBox())!
    const tabs = (await results.root.getByRole('tablist', { name: 'Dashboards' }).boundingBox())!
    expect(tabs.y - (y + height)).toBeGreaterThan(8)
    await expect(load).toHaveCount(0)
    await studio.undo()
    await expect(load).toHaveText('Load: now')
    await expect(results.root).not.toContainText('earlier version')
  })

  await results.resumeButton.click()
  await results.expectState(/^Running/)
  await expect(results.progress).not.toHaveAttribute('aria-valuetext', paused ?? '')

  const asked = Date.now()
  await results.cancelButton.press('Enter')
  await expect(results.runButton).toBeFocused()
  // It takes half a second; a busy machine may be slow to notice.
  expect(Date.now() - asked).toBeLessThan(6_000)
  await expect(results.progress).toHaveCount(0)

  await studio.openFile('short.yaml', oneServer())
  await results.runToEnd()
  await expect(results.root).toContainText('whole run')
})

test('figures and charts follow the run while it goes on', async ({ page }) => {
  const studio = await openStudio(page)
  const { results } = studio
  await studio.openFile('long.yaml', LONG)
  await results.runButton.click()
  await expect(results.curves('Latency distribution').first()).toBeAttached()
  const before = await results.figure('completed').textContent()
  await expect(results.figure('completed')).not.toHaveText(before ?? '')
  expect(Number(await results.progress.getAttribute('value'))).toBeLessThan(100)
  await results.cancelButton.click()
})

test('a text with errors cannot run, says why, and leads to the first problem', async ({ page }) => {
  const studio = await openStudio(page)
  await studio.openFile('broken.yaml', oneServer().replace('target: server', 'target: nowhere'))
  await expect(studio.results.runButton).toBeDisabled()
  await expect(studio.results.runButton).toHaveAccessibleDescription(/nowhere/)
  await page.getByRole('button', { name: /^\d+ problems?$/ }).click()
  await expect(studio.editor.input).toBeFocused()
})

test('D10 a large run says what it is going to cost and starts only when told to', async ({ page }) => {
  const studio = await openStudio(page)
  const { results } = studio
  await studio.openFile('large.yaml', oneServer({ seconds: 5_000_000 }))
  await results.runButton.click()
  const dialog = page.getByRole('dialog', { name: 'This run is large' })
  await expect(dialog).toContainText(/Events\s*about [\d.]+ M/)
  await expect(dialog).toContainText('total_simulation_time')
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await expect(results.pauseButton).toHaveCount(0)

  await results.runButton.click()
  await dialog.getByRole('button', { name: 'Run anyway' }).click()
  await results.expectState(/^Running/)
  await results.cancelButton.click()
  await expect(results.runButton).toBeVisible()
})

test('a run that is too large is refused, and one click makes it fit', async ({ page }) => {
  const studio = await openStudio(page)
  await studio.openFile('endless.yaml', oneServer({ seconds: 99_999_999 }))
  await expect(studio.results.runButton).toHaveAccessibleDescription(/events/)
  await studio.editor.problems
    .first()
    .getByRole('button', { name: /^Set total_simulation_time to/ })
    .click()
  await expect(studio.results.runButton).toBeEnabled()
  expect(await studio.savedText()).toMatch(/total_simulation_time: \d{6,8},/)
})

test('a server that cannot keep up ends the run as unstable, with a name and a way out', async ({ page }) => {
  const studio = await openStudio(page)
  const { results } = studio
  await studio.openFile('saturated.yaml', oneServer({ users: 20_000, seconds: 3600 }))
  await results.runToEnd()
  const banner = results.root.getByRole('region', { name: 'The run ended as unstable' })
  await expect(banner).toContainText('wait for a core of "server"')
  await expect(banner).toContainText('More cores')
  await expect(results.root).toContainText('until it was unstable at')
  await expect(results.curves('Ready queue').first()).toBeAttached()
  const { text } = await results.exportFile('Summary CSV')
  expect(text).toContain(',unstable,')
})

test('E13 a run in which every request is lost has empty cards and no broken chart', async ({ page }) => {
  const studio = await openStudio(page)
  const { results } = studio
  await studio.openFile('lost.yaml', oneServer({ dropout: 1 }))
  await results.runToEnd()
  await expect(results.figure('p95')).toHaveText('p95 –')
  await expect(results.figure('completed')).toHaveText('completed 0')
  await expect(results.chart('Latency distribution')).toContainText('No request has completed')
  await expect(results.curves('Requests per second').first()).toBeAttached()
  await expectNoNonsense(results.root)
})

test('E13 a run without a single request says so calmly', async ({ page }) => {
  const studio = await openStudio(page)
  const { results } = studio
  await studio.openFile('idle.yaml', oneServer({ users: 0 }))
  await results.runToEnd()
  await expect(results.figure('completed')).toHaveText('completed 0')
  await expectNoNonsense(results.root)
})

async function openStudio(page: StudioPage['page']): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open()
  return studio
}

async function expectNoNonsense(root: StudioPage['results']['root']): Promise<void> {
  await expect(root).not.toContainText(/NaN|Infinity|undefined|null/)
  for (const path of await root.locator('path.recharts-curve').all()) {
    expect(await path.getAttribute('d')).not.toContain('NaN')
  }
}

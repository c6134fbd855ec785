import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeOf } from './axe'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'

test.use(plainText)

/** The question what if one number were another, in the form of what is selected. */
class WhatIfPanel {
  readonly button: Locator
  readonly root: Locator
  readonly slider: Locator
  readonly progress: Locator

  constructor(inspector: Locator, name: string) {
    this.button = inspector.getByRole('button', { name: `What if ${name}`, exact: true })
    this.root = inspector.getByRole('region', { name: `What if ${name}`, exact: true })
    this.slider = this.root.getByRole('slider')
    this.progress = this.root.getByRole('status')
  }

  /** A figure of a value, as the table behind the curve has it. */
  async figure(value: RegExp, figure: string): Promise<string> {
    const headings = await this.root.getByRole('columnheader').allInnerTexts()
    const row = this.root.getByRole('row').filter({ has: this.root.page().getByRole('rowheader', { name: value }) })
    return row
      .getByRole('cell')
      .nth(headings.indexOf(figure) - 1)
      .innerText()
  }
}

/** Workers that the question has at present: those that run, or all of them. */
const workersOf =
  (page: Page, name: 'whatIf.worker' | 'whatIf' = 'whatIf') =>
  () =>
    page.workers().filter((worker) => worker.url().includes(name)).length

/** `83 ms` and `14.7 s` in seconds. */
function secondsOf(text: string): number {
  const [number, unit] = text.split(' ')
  return Number(number) * (unit === 'ms' ? 1e-3 : 1)
}

/** The form of a server that is short of CPU, in a run of so much simulated time [s]. */
async function openServer(page: Page, seconds = 300): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open('#example=cpu-bound')
  await studio.canvas.select('renderer')
  await studio.canvas.inspector.getByRole('button', { name: 'Back to the settings' }).click()
  const time = studio.canvas.field('Simulated time [s]')
  await time.fill(String(seconds))
  await time.press('Enter')
  await studio.canvas.select('renderer')
  return studio
}

test('what if there were more cores: the latency falls, and the value goes into the text', async ({ page }) => {
  const studio = await openServer(page)
  const cores = new WhatIfPanel(studio.canvas.inspector, 'CPU cores')
  await cores.button.focus()
  await page.keyboard.press('Enter')
  await expect(cores.progress).toHaveText(/^4 of 4 done · seed 4 · 300 s each$/, { timeout: 30_000 })
  await expect(cores.root.locator('[data-value]')).toHaveCount(4)

  await cores.root.getByText('Values').click()
  const p95 = await Promise.all(
    [/^1 core \(now\)/, /^2 cores/, /^4 cores/].map((value) => cores.figure(value, 'p95 latency')),
  )
  const [one = 0, two = 0, four = 0] = p95.map(secondsOf)
  expect(one).toBeGreaterThan(10 * two)
  expect(two).toBeGreaterThan(four)

  // A variant with the present value is the very run that the button starts.
  await studio.results.runToEnd()
  await expect(studio.results.figure('p95')).toHaveText(`p95 ${p95[0]}`)

  await cores.slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(cores.slider).toHaveAttribute('aria-valuetext', `2 cores: ${p95[1]}`)
  await cores.root.getByRole('button', { name: 'Use this value' }).click()
  await expect(studio.canvas.field('CPU cores [cores]')).toHaveValue('2')
  expect(await studio.savedText()).toContain('cpu_cores: 2, ram_mb: 4096')
  await expect(cores.progress).toHaveText(/^4 of 4 done/)

  await page.keyboard.press('Escape')
  await studio.undo()
  expect(await studio.savedText()).toContain('cpu_cores: 1, ram_mb: 4096')
})

test('the verdict leads to the figures under other loads, which stay while the text has errors', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open('#example=minimal')
  await studio.results.runToEnd()
  const verdict = studio.results.root.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toContainText(/At about [\d.]+ × the load/)
  await verdict.getByRole('button', { name: 'Try other loads' }).click()
  const users = studio.canvas.inspector.getByRole('region', { name: 'What if Mean', exact: true })
  await expect(users.getByRole('slider')).toBeVisible()
  await expect(users.getByRole('status')).toHaveText(/^(\d+) of \1 done/, { timeout: 30_000 })

  const dots = await users.locator('[data-value]').count()
  const { textArea } = studio.editor
  await textArea.evaluate((area: HTMLTextAreaElement) => {
    const caret = area.value.indexOf('avg_active_users: ')
    area.focus()
    area.setSelectionRange(caret, caret)
  })
  await page.keyboard.type('- ')
  await expect(users.getByRole('status')).toHaveText(/^Not up to date: the text has errors/)
  await expect(users.locator('[data-value]')).toHaveCount(dots)
})

test('the headroom of the verdict is checked by runs below and above it, by keys, and ends with its panel', async ({
  page,
}) => {
  const studio = new StudioPage(page)
  await studio.open('#example=load-balancer')
  await studio.results.runToEnd()
  const verdict = studio.results.root.getByRole('region', { name: 'Verdict' })
  const check = verdict.getByRole('button', { name: 'Check by running' })
  await check.focus()
  await page.keyboard.press('Enter')
  await expect(verdict.getByRole('status')).toHaveText(
    /^Holds at [\d.]+ × the load: p95 .* At [\d.]+ × the load the CPU of api-\d falls behind .*: confirmed\.$/,
    { timeout: 30_000 },
  )
  await expect(check).toBeFocused()
  const workers = workersOf(page)
  await expect.poll(workers).toBe(0)

  // Who leaves the overview ends what still runs for it.
  await studio.openFile('long.yaml', (await studio.savedText()).replace(/(total_simulation_time:) \d+/, '$1 5000'))
  await studio.results.runToEnd()
  await check.click()
  await expect.poll(workers).toBe(1)
  await expect(verdict.getByRole('status')).toHaveText(/^Running at /)
  await page.getByRole('tablist', { name: 'Dashboards' }).getByRole('tab', { name: 'Servers' }).click()
  await expect.poll(workers).toBe(0)
})

test('runs end with their question, and leave no Worker behind', async ({ page }) => {
  const studio = await openServer(page, 20_000)
  const workers = workersOf(page)
  const running = workersOf(page, 'whatIf.worker')
  const cores = new WhatIfPanel(studio.canvas.inspector, 'CPU cores')
  await cores.button.click()
  await expect.poll(running).toBeGreaterThan(0)
  await cores.slider.focus()
  await page.keyboard.press('Escape')
  await expect(cores.root).toHaveCount(0)
  await expect(cores.button).toBeFocused()
  await expect.poll(workers).toBe(0)

  await cores.button.click()
  await expect.poll(running).toBeGreaterThan(0)
  await studio.canvas.select('client')
  await expect.poll(workers).toBe(0)
})

test('runs that would take long are offered with fewer steps or a shorter time', async ({ page }) => {
  const studio = await openServer(page, 400_000)
  const ram = new WhatIfPanel(studio.canvas.inspector, 'RAM')
  await ram.button.click()
  await expect(ram.root.getByRole('alert')).toContainText(/would take about \d/)
  const running = workersOf(page, 'whatIf.worker')
  expect(running()).toBe(0)
  await ram.root.getByRole('button', { name: /^Simulate .* each$/ }).click()
  await expect(ram.root.getByRole('alert')).toHaveCount(0)
  await expect.poll(running).toBeGreaterThan(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the question is accessible and fits a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const studio = await openServer(page)
    const cores = new WhatIfPanel(studio.canvas.inspector, 'CPU cores')
    await cores.button.click()
    await expect(cores.progress).toHaveText(/^4 of 4 done/, { timeout: 30_000 })
    await cores.root.getByText('Values').click()
    const { violations } = await axeOf(page).include('aside').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])

    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('tab', { name: 'Canvas' }).click()
    await expect(cores.root).toBeVisible()
    const { x, width } = (await cores.root.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(390)
  })
}

import { expect, type Locator, type Page, test } from '@playwright/test'
import { recordsOfCsv } from '../tests/fixtures/strictCsv'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'

test.use(plainText)

const cursors = (root: Locator) => root.locator('[data-cursor]')
const selections = (root: Locator) => root.locator('[data-selection]')
const tab = (page: Page, name: string) =>
  page.getByRole('tablist', { name: 'Dashboards' }).getByRole('tab', { name, exact: true })

test('E06 E09 the cursor, the selection and the window of one chart are those of all, by pointer and by keys', async ({
  page,
}) => {
  const { results } = await runExample(page, 'load-balancer')
  const { root, timeCharts } = results
  await expect(timeCharts).toHaveCount(5)
  const rate = timeCharts.first()
  await expect(rate).toHaveAttribute('aria-valuetext', 'no time chosen')
  const canvas = page.locator('[data-pane="canvas"]')
  await expect(canvas).toContainText('Load: whole run')
  await expect(canvas.locator('[data-load]').filter({ hasText: '%' })).toHaveCount(2)

  await test.step('the cursor, with the values', async () => {
    await rate.focus()
    await page.keyboard.press('ArrowRight')
    await expect(rate).toHaveAttribute('aria-valuetext', /^0 s: Offered [\d.]+ requests\/s, Completed/)
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
    await expect(rate).toHaveAttribute('aria-valuenow', '30')
    await expect(canvas).toContainText('Load: at 30 s')
    await expect(cursors(root)).toHaveCount(5)
    const legend = results.chart('In flight').getByRole('button', { name: 'In flight', exact: true })
    await expect(legend).toHaveText(/In flight[\d.]+/)

    const inFlight = timeCharts.nth(2)
    await inFlight.scrollIntoViewIfNeeded()
    await inFlight.hover({ position: { x: 200, y: 60 } })
    await expect(rate).not.toHaveAttribute('aria-valuenow', '30')
    await expect(rate).toHaveAttribute('aria-valuenow', (await inFlight.getAttribute('aria-valuenow')) ?? '')
    await page.mouse.move(0, 0)
    await expect(rate).toHaveAttribute('aria-valuenow', '30')
    await rate.focus()
    await page.keyboard.press('Escape')
    await expect(cursors(root)).toHaveCount(0)
  })

  await test.step('the selection, which the cards follow, and the window', async () => {
    const whole = await results.figure('completed').textContent()
    await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 20; i++) await page.keyboard.press('Shift+ArrowRight')
    await expect(selections(root)).toHaveCount(5)
    await expect(results.figure('completed')).not.toHaveText(whole ?? '')
    await expect(root.getByRole('region', { name: /^Latency, t = 0–6\d/ })).toBeVisible()

    await page.keyboard.press('+')
    for (const chart of await timeCharts.all()) {
      await expect(chart).toHaveAttribute('aria-valuemin', '0')
      await expect(chart).toHaveAttribute('aria-valuemax', /^(60|60\.0+\d|59\.9+\d*)$/)
    }
    await page.keyboard.press('0')
    await expect(rate).toHaveAttribute('aria-valuemax', '300')
    await root.getByRole('button', { name: 'Show all' }).click()
    await expect(selections(root)).toHaveCount(0)
    await expect(results.figure('completed')).toHaveText(whole ?? '')
  })

  await test.step('the window by numbers and by a drag', async () => {
    const [from, to] = ['from', 'to'].map((end) => root.getByRole('textbox', { name: `Charts ${end} [s]` }))
    const start = results.chart('Ready queue').getByText('0 s', { exact: true })
    await expect(start).toBeVisible()
    await from!.fill('100')
    await page.keyboard.press('Enter')
    await expect(start).toHaveCount(0)
    await expect(from!).toBeFocused()
    for (const [field, typed, inForce] of [
      [to!, '99999', '300'],
      [to!, '50', '300'],
      [from!, 'soon', '100'],
    ] as const) {
      await field.fill(typed)
      await field.press('Enter')
      await expect(field).toHaveValue(inForce)
    }
    // A line is whole where its points are further apart than the places of the chart.
    await to!.fill('130')
    await to!.press('Enter')
    const lines = results.chart('Requests per second').locator('path.recharts-line-curve')
    await expect(lines).toHaveCount(3)
    for (const line of await lines.all()) expect((await line.getAttribute('d'))!.match(/M/g)).toHaveLength(1)
    await root.getByRole('button', { name: 'Show all' }).click()
    await expect(start).toBeVisible()

    await rate.scrollIntoViewIfNeeded()
    const { x, y, width, height } = (await results.curves('Requests per second').first().boundingBox())!
    await page.mouse.move(x + width * 0.25, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 })
    await page.mouse.up()
    await expect(start).toHaveCount(0)
    expect(Math.abs(Number(await from!.inputValue()) - 75)).toBeLessThan(5)
    expect(Math.abs(Number(await to!.inputValue()) - 150)).toBeLessThan(5)
  })

  await test.step('a line is hidden by its legend', async () => {
    const server = results.chart('Ready queue').getByRole('button', { name: 'api-1' })
    const curves = results.curves('Ready queue')
    await expect(server).toHaveAttribute('aria-pressed', 'true')
    const both = await curves.count()
    await server.click()
    await expect(server).toHaveAttribute('aria-pressed', 'false')
    await expect(curves).toHaveCount(both / 2)
  })
})

test('E07 only the dashboard on show is drawn; it is remembered with charts added, moved, dragged and removed', async ({
  page,
}) => {
  const { results } = await runExample(page, 'load-balancer')
  const { root } = results
  const shown = () => root.locator('[data-chart]').evaluateAll((cards) => cards.map((card) => card.dataset.chart))
  await tab(page, 'Network').click()
  await expect(root.locator('[data-chart]')).toHaveCount(4)
  expect(await shown()).toEqual(['edge-table', 'edges', 'edge-traffic', 'edge-losses'])
  await expect(root.locator('.recharts-surface')).toHaveCount(3)
  await tab(page, 'Network').press('ArrowRight')
  await expect(tab(page, 'Requests')).toBeFocused()
  await expect(root.locator('[data-chart="edges"]')).toHaveCount(0)

  const arrange = async (chart: string, action: string) => {
    await root.getByRole('button', { name: `${chart}: save or arrange` }).click()
    await root.getByRole('menuitem', { name: action }).click()
  }
  const asItComes = await shown()
  await arrange('In flight', 'Remove')
  await arrange('Failed requests', 'Move earlier')
  await root.getByRole('button', { name: 'Add chart' }).click()
  await root.getByRole('menuitem', { name: 'Latency over time' }).click()
  expect(await shown()).toEqual(['failures', 'rate', 'arrivals', 'waterfall', 'latency-heat-map'])

  const drag = async (chart: string, onto: string) => {
    const middle = async (of: Locator) => {
      await of.scrollIntoViewIfNeeded()
      const { x, y, width, height } = (await of.boundingBox())!
      return { x: x + width / 2, y: y + height / 2 }
    }
    const from = await middle(results.chart(chart).locator('[data-grip]'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    const to = await middle(results.chart(onto))
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await expect(root.locator('[data-drop]')).toHaveCount(1)
  }
  await drag('Arrivals at servers', 'Failed requests')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(root.locator('[data-drop]')).toHaveCount(0)
  expect((await shown())[0]).toBe('failures')
  await drag('Arrivals at servers', 'Failed requests')
  await page.mouse.up()
  const arranged = ['arrivals', 'failures', 'rate', 'waterfall', 'latency-heat-map']
  expect(await shown()).toEqual(arranged)
  await expect(root.getByRole('status').filter({ hasText: 'is chart 1 of 5 now' })).toHaveCount(1)

  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.reload()
  await results.runToEnd()
  await expect(tab(page, 'Requests')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(shown).toEqual(arranged)
  await root.getByRole('button', { name: 'Reset charts' }).click()
  expect(await shown()).toEqual(asItComes)
})

test('E02 the distribution has linear and logarithmic axes and always all requests; charts are saved as they are', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const { results } = await runExample(page, 'load-balancer')
  const completed = Number((await results.figure('completed').textContent())?.replace(/\D/g, ''))
  await tab(page, 'Latency').click()
  const distribution = results.chart('Latency distribution')
  const total = async () => {
    const table = distribution.getByRole('button', { name: 'Latency distribution as data table' })
    await table.click()
    const counts = await distribution.locator('td:nth-child(3)').allTextContents()
    await table.click()
    expect(counts).toHaveLength(64)
    return counts.reduce((sum, count) => sum + Number(count.replace(/\D/g, '')), 0)
  }
  for (const chart of [distribution, results.chart('Latency, cumulative')]) {
    const drawn = () => chart.locator('.recharts-curve').first().getAttribute('d')
    for (const scale of ['Log x', 'Log y']) {
      const before = await drawn()
      await chart.getByRole('button', { name: scale }).click()
      await expect(chart.getByRole('button', { name: scale })).toHaveAttribute('aria-pressed', 'true')
      await expect.poll(drawn).not.toBe(before)
    }
  }
  expect(await total()).toBe(completed)
  await distribution.getByRole('button', { name: 'Log x' }).click()
  expect(await total()).toBe(completed)

  await tab(page, 'Overview').click()
  const svg = await results.saveChart('Requests per second', 'SVG')
  expect(svg.name).toBe('Two-servers-behind-a-load-balancer_seed-1_rate.svg')
  const drawing = svg.content.toString()
  for (const text of ['Requests per second [requests/s', 'Offered', 'Completed', 'Failed', '#14171d']) {
    expect(drawing).toContain(text)
  }
  expect(drawing).not.toMatch(/var\(|class=/)

  const png = await results.saveChart('Requests per second', 'PNG')
  expect(png.name).toMatch(/_rate\.png$/)
  expect(png.content.subarray(1, 4).toString()).toBe('PNG')
  const [, width = 0] = /width="(\d+)"/.exec(drawing) ?? []
  expect(png.content.readUInt32BE(16)).toBe(2 * Number(width))
  for (const { content } of [svg, png])
    expect(content.toString()).toMatch(/AsyncFlow Studio .*; seed 1; replication 0; scenario_sha256 [0-9a-f]{64}/)

  const csv = await results.saveChart('Latency percentiles', 'CSV')
  expect(csv.name).toMatch(/_percentiles\.csv$/)
  const [first = {}] = recordsOfCsv(csv.content.toString())
  expect(Number(first['p50 max [s]'])).toBeGreaterThan(0)
})

test('E08 E09 E10 the overview tells what saturated first, which objectives are met, and figures without the warm-up', async ({
  page,
}) => {
  const studio = await runExample(page, 'load-balancer')
  const { results } = studio
  const { root, timeCharts } = results
  const verdict = root.getByRole('region', { name: 'Verdict' })
  const text = await studio.savedText()
  const completed = await results.figure('completed').textContent()
  const mean = await results.figure('mean').textContent()

  await test.step('a healthy run has no notice', async () => {
    await expect(verdict).toContainText('Nothing saturated')
    await expect(verdict.getByRole('button', { name: 'Show on charts' })).toHaveCount(0)
  })

  const slos = `slos:
  - { id: quick, kind: latency, threshold_s: 0.06, target: 0.99 }
  - { id: answered, kind: availability, target: 0.9 }
`
  const warm = text.replace(/total_simulation_time: 300/, '$&\n  warm_up_s: 200')
  await studio.openFile('warm.yaml', `${warm}\n${slos}`)
  await results.runToEnd()

  await test.step('the warm-up is left out of the figures, which say so, and its end is on every chart', async () => {
    await expect(root.getByRole('region', { name: 'Latency, after 200 s of warm-up' })).toBeVisible()
    await expect(root.getByRole('region', { name: /^Requests, whole run; throughput after/ })).toBeVisible()
    await expect(results.figure('completed')).toHaveText(completed ?? '')
    await expect(results.figure('mean')).not.toHaveText(mean ?? '')
    // One chart more: the burn rate of the objectives.
    await expect(root.getByText('warm-up ends', { exact: true })).toHaveCount(6)
  })

  await test.step('objectives pass or fail in words and with an icon, with budget and burn rate', async () => {
    const rows = root.getByRole('region', { name: 'Objectives' }).getByRole('listitem')
    await expect(rows.nth(0)).toContainText(/missed\s*quick.*fast enough, wanted 99 %.*error budget used, burn rate/)
    await expect(rows.nth(1)).toContainText(/met\s*answered.*completed, wanted 90 %/)
    await expect(rows.locator('svg')).toHaveCount(2)
    await expect(results.curves('Burn rate of error budgets').first()).toBeAttached()
  })

  await test.step('an overloaded run names resource, server and time, and leads there', async () => {
    await studio.openFile('overloaded.yaml', text.replaceAll('cpu_time: 0.', 'cpu_time: 0.1'))
    await results.runToEnd()
    await expect(verdict).toContainText(/First saturated: api-\d CPU, since [\d.]+ s/)
    await verdict.getByRole('button', { name: 'Show on charts' }).click()
    await expect(cursors(root)).toHaveCount(5)
    await expect(timeCharts.first()).toHaveAttribute('aria-valuemax', /^\d/)
    await expect(root.getByRole('button', { name: 'Show all' })).toBeVisible()
  })
})

test('E04 E12 every chart has a table, and time charts mark events and states until told not to', async ({ page }) => {
  const { results } = await runExample(page, 'outage')
  const { root, timeCharts } = results
  await expect(root.getByRole('list', { name: 'Injected events' })).toContainText('web-2')
  await expect(root.getByText('web-1 CPU', { exact: true }).first()).toBeAttached()
  for (const [name, count] of Object.entries({ Overview: 5, Latency: 3, Servers: 6, Network: 3, Requests: 4 })) {
    await tab(page, name).click()
    await expect(timeCharts).toHaveCount(count)
    await expect(root.getByText('web-2-out', { exact: true })).toHaveCount(count)
    for (const switchTo of await root.getByRole('button', { name: /as data table$/ }).all()) {
      await switchTo.click()
    }
    // Single requests are a table by themselves, once the run has been made again.
    const cards = await root.locator('[data-chart]:not([data-chart="waterfall"])').all()
    for (const card of cards) await expect(card.getByRole('row').nth(1)).toBeVisible()
    await expect(root).not.toContainText(/NaN|Infinity|undefined|null/)
  }
  await tab(page, 'Overview').click()
  await expect(timeCharts).toHaveCount(5)
  await test.step('three charts abreast leave room for their units', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    const unit = results.chart('Latency distribution').getByText('requests', { exact: true })
    expect(await unit.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })

  await root.getByRole('checkbox', { name: 'Events on charts' }).uncheck()
  await expect(root.getByText('web-2-out', { exact: true })).toHaveCount(0)
  await expect(root.getByText('web-1 CPU', { exact: true })).toHaveCount(0)
})

async function runExample(page: Page, id: string): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open(`#example=${id}`)
  await studio.results.runToEnd()
  return studio
}

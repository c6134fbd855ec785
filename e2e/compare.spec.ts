import { expect, type Page, test } from '@playwright/test'
import { formatSeconds } from '../src/base/format'
import { parseRunFile } from '../src/export/runFile'
import { recordsOfCsv } from '../tests/fixtures/strictCsv'
import { axeOf } from './axe'
import { RunsPane } from './pages/runsPane'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'
import { twoServers } from './scenarios'

test.use(plainText)

async function openStudio(page: Page) {
  const studio = new StudioPage(page)
  await studio.open()
  return { studio, results: studio.results, runs: new RunsPane(page) }
}

/** Runs the scenario with one core, then with two, under the same name. */
async function runTwice(page: Page) {
  const opened = await openStudio(page)
  const { studio, results } = opened
  await studio.openFile('cores.yaml', twoServers(1))
  await results.runToEnd()
  await studio.typeText(twoServers(2))
  await results.root.getByRole('button', { name: 'Run again' }).click()
  await expect(results.root.getByRole('button', { name: 'Run again' })).toHaveCount(0)
  return opened
}

test('D11 E14 results of an older text say so, lead to that version and back, and are there after a new run', async ({
  page,
}) => {
  const { studio, results, runs } = await openStudio(page)
  const isOld = 'Results of an earlier version'
  await studio.openFile('cores.yaml', twoServers(1))
  await results.runToEnd()
  await studio.typeText(twoServers(2))
  await expect(results.root).toContainText(isOld)
  await results.root.getByRole('button', { name: 'Show that version' }).click()
  await expect(results.root).not.toContainText(isOld)
  expect(await studio.savedText()).toBe(twoServers(1))
  await studio.undo()
  expect(await studio.savedText()).toBe(twoServers(2))
  const older = await results.figure('p95').innerText()
  await results.root.getByRole('button', { name: 'Run again' }).click()
  await expect(results.root).not.toContainText(isOld)
  await expect(results.figure('p95')).not.toHaveText(older)

  await runs.open(2)
  await expect(runs.rows.nth(0)).toContainText('on show')
  await expect(runs.rows.nth(1)).toContainText('another text')
  await runs.action(1, /^Show/).click()
  await expect(results.figure('p95')).toHaveText(older)
  await expect(results.root).toContainText(isOld)
  const { text } = await results.exportFile('Run JSON')
  expect(parseRunFile(text)).toMatchObject({ ok: true, run: { scenarioText: twoServers(1) } })
  await runs.open(2)
  await studio.openFile('run.json', text.replace('"end":"horizon"', '"end":"cancelled"'))
  await expect(results.figures.first()).toBeVisible()
  await runs.open(3)
  await runs.compare(0, 1)
  await expect(runs.root.getByRole('group', { name: 'Baseline' })).toContainText('seed 7, cancelled at 60 s')
})

test('F01 F02 F04 two runs stand side by side: figures, charts, the same requests, and the change of the text', async ({
  page,
}) => {
  const { results, runs } = await runTwice(page)
  const { text } = await results.exportFile('Run JSON')
  const file = parseRunFile(text)
  await runs.open(2)
  await runs.compare(0, 1)
  await expect(runs.root).toContainText('Same seed 7, same workload: the same requests arrive at the same times')

  await test.step('figures have deltas with sign and percent from a baseline that can be chosen', async () => {
    const p95 = file.ok ? file.run.result.summary.latency.p95 : null
    const [one = '', two = ''] = await runs.figure('p95')
    expect(two).toContain(formatSeconds(p95))
    expect(two).toMatch(/−\d[^%]*−\d+ %/)
    expect(one).not.toMatch(/%/)
    expect((await runs.figure('Ready queue, max')).every((cell) => /\d/.test(cell))).toBe(true)
    await runs.root.getByRole('radio').nth(1).check()
    expect((await runs.figure('p95'))[0]).toMatch(/\+\d[^%]*\+[\d\s]+ %/)
  })

  await test.step('charts have a dash for each run', async () => {
    await runs.showAspect('Charts')
    const curves = results.curves('p95 over time')
    await expect(curves).toHaveCount(2)
    const dashes = await curves.evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke-dasharray')))
    expect(new Set(dashes).size).toBe(2)
  })

  await test.step('each request is compared with itself', async () => {
    await runs.showAspect('Requests')
    const fate = (label: string) => runs.root.locator(`[data-fate="${label}"]`)
    // From the run with two cores to that with one.
    await expect(runs.root.getByRole('status')).toContainText('Most of it is in “Wait for a core”')
    await expect(fate('faster')).toHaveText('faster 0')
    await expect(fate('lost')).toHaveText('lost 0')
    await expect(fate('slower')).not.toHaveText('slower 0')
    await expect(fate('unchanged')).not.toHaveText('unchanged 0')
    await expect(runs.root.getByRole('region', { name: 'Requests that changed most' }).getByRole('row')).toHaveCount(21)
    // The Worker that matched them ends with its task.
    await expect.poll(() => page.workers().filter((worker) => worker.url().includes('pairing')).length).toBe(0)
  })

  await test.step('the texts are shown as a diff', async () => {
    await runs.showAspect('Scenario')
    const changed = (kind: string) => runs.root.locator(`tr[data-kind="${kind}"]`)
    await expect(changed('removed')).toHaveCount(1)
    await expect(changed('removed')).toContainText('cpu_cores: 2')
    await expect(changed('added')).toHaveCount(1)
    await expect(changed('added')).toContainText('cpu_cores: 1')
  })
})

test('E06 E12 overlaid charts share the time axis, and each is saved and read as a table with a column for each run', async ({
  page,
}) => {
  const { results, runs } = await runTwice(page)
  await runs.open(2)
  await runs.compare(0, 1)
  await runs.showAspect('Charts')
  // Charts are drawn where they can be seen.
  await page.getByRole('button', { name: 'Maximise the results' }).click()
  await page.setViewportSize({ width: 1440, height: 1200 })
  const charts = results.timeCharts
  const p95 = charts.first()
  await expect(p95).toHaveAttribute('aria-valuemax', '60')
  await expect.poll(() => charts.count()).toBeGreaterThan(3)

  await test.step('one cursor on all, by keys and by pointer', async () => {
    await p95.focus()
    for (let i = 0; i < 11; i++) await page.keyboard.press('ArrowRight')
    const six = /^(6|5\.9+\d*)$/
    for (const chart of await charts.all()) await expect(chart).toHaveAttribute('aria-valuenow', six)
    await expect(p95).toHaveAttribute('aria-valuetext', /^6 s: A [\d.]+ m?s, B [\d.]+ m?s$/)
    // More of them may still come into sight.
    const cursors = runs.root.locator('[data-cursor]')
    await expect.poll(async () => (await charts.count()) - (await cursors.count())).toBe(0)
    await charts.nth(1).hover({ position: { x: 200, y: 60 } })
    await expect(p95).not.toHaveAttribute('aria-valuenow', six)
  })

  await test.step('one window, by wheel, keys and drag; reset shows all', async () => {
    const steps = () => results.curves('Latency, cumulative').first().getAttribute('d')
    const whole = await steps()
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    const length = async () =>
      Number(await p95.getAttribute('aria-valuemax')) - Number(await p95.getAttribute('aria-valuemin'))
    await expect.poll(length).toBeCloseTo(30, 6)
    await p95.focus()
    await page.keyboard.press('+')
    await expect.poll(length).toBeCloseTo(15, 6)
    for (const chart of await charts.all())
      await expect(chart).toHaveAttribute('aria-valuemax', (await p95.getAttribute('aria-valuemax')) ?? '')
    expect(await steps()).toBe(whole)

    await runs.root.getByRole('button', { name: 'Show all', exact: true }).click()
    await expect.poll(length).toBe(60)
    const { x, y, width, height } = (await charts.nth(1).boundingBox())!
    await page.mouse.move(x + width * 0.4, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.7, y + height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(length).toBeLessThan(30)
    // A drag selects, too: the latencies are those of the part.
    await expect.poll(steps).not.toBe(whole)
    await runs.root.getByRole('button', { name: 'Show all', exact: true }).click()
    await expect.poll(steps).toBe(whole)
  })

  await test.step('SVG, PNG and CSV name the runs', async () => {
    const svg = await results.saveChart('p95 over time', 'SVG')
    expect(svg.name).toBe('cores_seed-7_compared-p95.svg')
    const drawing = svg.content.toString()
    for (const text of ['p95 over time', '>A cores<', '>B cores<', 'stroke-dasharray="7 3"'])
      expect(drawing).toContain(text)
    const png = await results.saveChart('In flight', 'PNG')
    expect(png.content.subarray(1, 4).toString()).toBe('PNG')
    for (const { content } of [svg, png])
      for (const run of ['A cores', 'B cores'])
        expect(content.toString()).toMatch(new RegExp(`${run}: AsyncFlow Studio .*; seed 7; .*; scenario_sha256 `))

    const rows = recordsOfCsv((await results.saveChart('In flight', 'CSV')).content.toString())
    const columns = Object.keys(rows[0] ?? {})
    expect(columns.slice(0, 3)).toEqual(['time [s]', 'A cores max [requests]', 'B cores max [requests]'])
    expect(columns[3]).toMatch(/^A cores: AsyncFlow Studio .*; seed 7;/)
    const highest = (column: string) => Math.max(...rows.map((row) => Number(row[column])))
    expect(highest('A cores max [requests]')).toBeGreaterThan(highest('B cores max [requests]'))
    const shares = recordsOfCsv((await results.saveChart('Latency, cumulative', 'CSV')).content.toString())
    expect(shares.at(-1)).toMatchObject({ 'A cores took at most [0…1]': '1', 'B cores took at most [0…1]': '1' })
  })

  await runs.root.getByRole('button', { name: 'p95 over time as data table' }).click()
  await expect(runs.root.getByRole('columnheader', { name: 'B cores max [s]' })).toBeVisible()
})

test('F03 runs are named, pinned, deleted with undo, saved as files, survive a reload, and a spoilt one harms no other', async ({
  page,
}) => {
  const { runs } = await runTwice(page)
  await runs.open(2)
  await runs.name(1).fill('One core')
  await runs.name(1).press('Enter')
  await runs.action(1, /^Pin/).click()
  await expect(runs.action(1, /^Pin “One core”/)).toHaveAttribute('aria-pressed', 'true')
  await expect(runs.root).toContainText('the newest 50, up to 512 MB')
  await runs.action(0, /^Delete/).click()
  await expect(runs.rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(runs.rows).toHaveCount(2)

  await spoil(page, (await runs.rows.nth(0).getAttribute('data-run')) ?? '')
  await page.reload()
  await runs.open(2)
  await runs.action(0, /^Show/).click()
  await expect(page.getByRole('status').filter({ hasText: 'is damaged' })).toBeVisible()
  await runs.action(0, /^Delete/).click()
  await expect(runs.rows).toHaveCount(1)

  await expect(runs.name(0)).toHaveValue('One core')
  await expect(runs.action(0, /^Pin/)).toHaveAttribute('aria-pressed', 'true')
  const downloading = page.waitForEvent('download')
  await runs.action(0, /^Save/).click()
  expect((await downloading).suggestedFilename()).toBe('cores_seed-7_run.json')
  await runs.action(0, /^Show/).click()
  await expect(new StudioPage(page).results.figure('p95')).toBeVisible()
})

/** Takes a part of a kept run away, and puts rubbish into the list. */
async function spoil(page: Page, run: string): Promise<void> {
  await page.evaluate(async (id) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('asyncflow-studio-runs')
      opening.onsuccess = () => resolve(opening.result)
    })
    const transaction = database.transaction('runs', 'readwrite')
    transaction.objectStore('runs').put({ id: 7 }, 'list/rubbish')
    transaction.objectStore('runs').delete(`body/${id}/1`)
    await new Promise((resolve) => {
      transaction.oncomplete = resolve
    })
    database.close()
  }, run)
}

test('runs of another tab are there too, and neither tab loses any', async ({ context }) => {
  const first = await openStudio(await context.newPage())
  const second = await openStudio(await context.newPage())
  await first.runs.root.getByRole('button', { name: /^Runs/ }).click()
  await first.studio.openFile('first.yaml', twoServers(1))
  await second.studio.openFile('second.yaml', twoServers(2))
  await second.results.runToEnd()
  await expect(first.runs.rows).toHaveCount(1)
  await first.results.runToEnd()
  await first.runs.open(2)
  await second.runs.open(2)
  await expect(second.runs.name(0)).toHaveValue('first')
})

test('a browser that forbids storage keeps runs as long as the page is open, and all works by keyboard alone', async ({
  page,
}) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
  const { runs } = await runTwice(page)
  const opener = runs.root.getByRole('button', { name: /^Runs/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(runs.rows).toHaveCount(2)
  await expect(runs.root).toContainText('Runs are kept only as long as this page is open')
  await expect(runs.root.getByRole('region', { name: 'Kept runs' })).toBeFocused()
  const isOn = (name: RegExp) =>
    page.evaluate((source) => {
      const label = document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''
      return new RegExp(source).test(label)
    }, name.source)
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 30 && !(await isOn(name)); presses++) await page.keyboard.press('Tab')
    expect(await isOn(name), `focus on ${name}`).toBe(true)
  }
  for (const _ of [0, 1]) {
    await tabTo(/^Compare “/)
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
  }
  await runs.root.getByRole('region', { name: 'Kept runs' }).focus()
  await tabTo(/^Compare 2/)
  await page.keyboard.press('Enter')
  await expect(runs.figures).toBeVisible()
  await tabTo(/^Figures$/)
  await page.keyboard.press('ArrowRight')
  await expect(runs.root.getByRole('region', { name: 'In flight', exact: true })).toBeVisible()

  await runs.root.getByRole('button', { name: 'Runs', exact: true }).press('Enter')
  await tabTo(/^Delete “/)
  await page.keyboard.press('Enter')
  await expect(runs.rows).toHaveCount(1)
  // The keyboard's place is in the list still, not at the top of the page.
  expect(await runs.root.evaluate((root) => root.contains(document.activeElement))).toBe(true)
})

test('axe finds no violation in the list and the comparison, light and wide, dark and narrow', async ({ page }) => {
  test.slow()
  const { runs } = await runTwice(page)
  await runs.open(2)
  for (const row of [0, 1]) await runs.rows.nth(row).getByRole('checkbox').check()
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 844 })
    const expectAccessible = async (state: string) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const axe = axeOf(page).include('[data-pane="dashboard"]').withTags(tags)
      const { violations } = await axe.analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
      expect(found, `${state}, ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await expectAccessible('list')
    await runs.compareButton.click()
    for (const aspect of ['Figures', 'Charts', 'Requests', 'Scenario'] as const) {
      await runs.showAspect(aspect)
      await expectAccessible(aspect)
    }
    await runs.root.getByRole('button', { name: 'Runs', exact: true }).click()
  }
})

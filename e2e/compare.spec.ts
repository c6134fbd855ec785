import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { formatSeconds } from '../src/base/format'
import { parseRunFile } from '../src/export/runFile'
import { RunsPane } from './pages/runsPane'
import { StudioPage } from './pages/studioPage'

/** A server that is short of cores beside one that is not; the cores of the former are filled in. */
function scenario(cores: number): string {
  const steps = `[{ kind: initial_parsing, step_operation: { cpu_time: { distribution: exponential, mean: 0.08 } } }]`
  const edge = (id: string, source: string, target: string) =>
    `    - { id: ${id}, source: ${source}, target: ${target}, latency: 0.002, dropout_rate: 0 }`
  return `rqs_input:
  id: users
  avg_active_users: { mean: 20 }
  avg_request_per_minute_per_user: { mean: 60 }
topology_graph:
  nodes:
    client: { id: client }
    load_balancer: { id: lb, server_covered: [a, b] }
    servers:
      - id: a
        server_resources: { cpu_cores: 4, ram_mb: 1024 }
        endpoints: [{ endpoint_name: /, steps: ${steps} }]
      - id: b
        server_resources: { cpu_cores: ${cores}, ram_mb: 1024 }
        endpoints: [{ endpoint_name: /, steps: ${steps} }]
  edges:
${[
  edge('in', 'users', 'client'),
  edge('to-lb', 'client', 'lb'),
  edge('lb-a', 'lb', 'a'),
  edge('lb-b', 'lb', 'b'),
  edge('a-back', 'a', 'client'),
  edge('b-back', 'b', 'client'),
].join('\n')}
sim_settings: { total_simulation_time: 60, seed: 7 }
`
}

async function openStudio(page: Page) {
  const studio = new StudioPage(page)
  await studio.open()
  return { studio, results: studio.results, runs: new RunsPane(page) }
}

/** Runs the scenario with one core, then with two, under the same name. */
async function runTwice(page: Page) {
  const opened = await openStudio(page)
  const { studio, results } = opened
  await studio.openFile('cores.yaml', scenario(1))
  await results.runToEnd()
  await studio.typeText(scenario(2))
  await results.root.getByRole('button', { name: 'Run again' }).click()
  await expect(results.root.getByRole('button', { name: 'Run again' })).toHaveCount(0)
  return opened
}

test('E14 results of an older text say so, lead to that version and back, and are renewed', async ({ page }) => {
  const { studio, results } = await openStudio(page)
  await studio.openFile('cores.yaml', scenario(1))
  await results.runToEnd()
  await studio.typeText(scenario(2))
  await expect(results.root).toContainText('Results of an earlier version')
  await results.root.getByRole('button', { name: 'Show that version' }).click()
  await expect(results.root).not.toContainText('Results of an earlier version')
  expect(await studio.savedText()).toBe(scenario(1))
  await studio.undo()
  expect(await studio.savedText()).toBe(scenario(2))
  await results.root.getByRole('button', { name: 'Run again' }).click()
  await expect(results.root).not.toContainText('Results of an earlier version')
})

test('D11 a new run leaves the earlier one there, to be shown again with its own figures', async ({ page }) => {
  const { studio, results, runs } = await runTwice(page)
  const newer = await results.figure('p95').innerText()
  await runs.open(2)
  await expect(runs.rows.nth(0)).toContainText('on show')
  await expect(runs.rows.nth(1)).toContainText('another text')
  await runs.action(1, /^Show/).click()
  await expect(results.figure('p95')).not.toHaveText(newer)
  await expect(results.root).toContainText('Results of an earlier version')
  const { text } = await results.exportFile('Run JSON')
  expect(parseRunFile(text)).toMatchObject({ ok: true, run: { scenarioText: scenario(1) } })
  await runs.open(2)
  await studio.openFile('run.json', text)
  await expect(results.figures.first()).toBeVisible()
  await runs.open(3)
})

test('F03 runs are named, pinned, deleted with undo, saved as files, and survive a reload', async ({ page }) => {
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
  await runs.action(0, /^Delete/).click()
  await expect(runs.rows).toHaveCount(1)

  await page.reload()
  await runs.open(1)
  await expect(runs.name(0)).toHaveValue('One core')
  await expect(runs.action(0, /^Pin/)).toHaveAttribute('aria-pressed', 'true')
  const downloading = page.waitForEvent('download')
  await runs.action(0, /^Save/).click()
  expect((await downloading).suggestedFilename()).toBe('cores_seed-7_run.json')
})

test('F01 two runs stand side by side: deltas with sign and percent, charts with a dash for each', async ({ page }) => {
  const { results, runs } = await runTwice(page)
  const { text } = await results.exportFile('Run JSON')
  await runs.open(2)
  await runs.compare(0, 1)

  const file = parseRunFile(text)
  const p95 = file.ok ? file.run.result.summary.latency.p95 : null
  const [one = '', two = ''] = await runs.figure('p95')
  expect(two).toContain(formatSeconds(p95))
  expect(two).toMatch(/−\d[^%]*−\d+ %/)
  expect(one).not.toMatch(/%/)
  expect((await runs.figure('Ready queue, max')).every((cell) => /\d/.test(cell))).toBe(true)

  await runs.root.getByRole('radio').nth(1).check()
  expect((await runs.figure('p95'))[0]).toMatch(/\+\d[^%]*\+[\d\s]+ %/)

  await runs.showAspect('Charts')
  const curves = runs.root.getByRole('region', { name: 'p95 over time' }).locator('.recharts-line-curve')
  await expect(curves).toHaveCount(2)
  const dashes = await curves.evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke-dasharray')))
  expect(new Set(dashes).size).toBe(2)
  await runs.root.getByRole('button', { name: 'p95 over time as data table' }).click()
  await expect(runs.root.getByRole('columnheader', { name: 'B max [s]' })).toBeVisible()
})

test('F02 one seed gives both runs the same requests, and each is compared with itself', async ({ page }) => {
  const { runs } = await runTwice(page)
  await runs.open(2)
  await runs.compare(0, 1)
  await expect(runs.root).toContainText('Same seed 7, same workload: the same requests arrive at the same times')
  await runs.showAspect('Requests')
  const fate = (label: string) => runs.root.locator(`[data-fate="${label}"]`)
  await expect(runs.root.getByRole('status')).toContainText('Most of it is in “Wait for a core”')
  await expect(fate('slower')).toHaveText('slower 0')
  await expect(fate('lost')).toHaveText('lost 0')
  await expect(fate('faster')).not.toHaveText('faster 0')
  await expect(fate('unchanged')).not.toHaveText('unchanged 0')
  await expect(runs.root.getByRole('region', { name: 'Requests that changed most' }).getByRole('row')).toHaveCount(21)
  // The Worker that matched them ends with its task.
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('pairing')).length).toBe(0)
})

test('F04 the difference between two runs is shown as a diff of their texts', async ({ page }) => {
  const { runs } = await runTwice(page)
  await runs.open(2)
  await runs.compare(0, 1)
  await runs.showAspect('Scenario')
  const changed = (kind: string) => runs.root.locator(`tr[data-kind="${kind}"]`)
  await expect(changed('removed')).toHaveCount(1)
  await expect(changed('removed')).toContainText('cpu_cores: 1')
  await expect(changed('added')).toHaveCount(1)
  await expect(changed('added')).toContainText('cpu_cores: 2')
})

test('runs of another tab are there too, and neither tab loses any', async ({ context }) => {
  const first = await openStudio(await context.newPage())
  const second = await openStudio(await context.newPage())
  await first.runs.root.getByRole('button', { name: /^Runs/ }).click()
  await first.studio.openFile('first.yaml', scenario(1))
  await second.studio.openFile('second.yaml', scenario(2))
  await second.results.runToEnd()
  await expect(first.runs.rows).toHaveCount(1)
  await first.results.runToEnd()
  await first.runs.open(2)
  await second.runs.open(2)
  await expect(second.runs.name(0)).toHaveValue('first')
})

test('a browser that forbids storage keeps runs as long as the page is open, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
  })
  const { runs } = await runTwice(page)
  await runs.open(2)
  await expect(runs.root).toContainText('Runs are kept only as long as this page is open')
  await runs.compare(0, 1)
  await expect(runs.figures).toBeVisible()
})

test('a spoilt run says so when it is opened, can be deleted, and does not harm the others', async ({ page }) => {
  const { runs } = await runTwice(page)
  await runs.open(2)
  const spoilt = await runs.rows.nth(0).getAttribute('data-run')
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
  }, spoilt)
  await page.reload()
  await runs.open(2)
  await runs.action(0, /^Show/).click()
  await expect(page.getByRole('status').filter({ hasText: 'is damaged' })).toBeVisible()
  await runs.action(0, /^Delete/).click()
  await expect(runs.rows).toHaveCount(1)
  await runs.action(0, /^Show/).click()
  await expect(new StudioPage(page).results.figure('p95')).toBeVisible()
})

test('the list and the comparison work by keyboard alone', async ({ page }) => {
  const { runs } = await runTwice(page)
  const opener = runs.root.getByRole('button', { name: /^Runs/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(runs.rows).toHaveCount(2)
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
  await expect(runs.root.getByRole('region', { name: 'In flight' })).toBeVisible()

  await runs.root.getByRole('button', { name: 'Runs', exact: true }).press('Enter')
  await tabTo(/^Delete “/)
  await page.keyboard.press('Enter')
  await expect(runs.rows).toHaveCount(1)
  // The keyboard's place is in the list still, not at the top of the page.
  expect(await runs.root.evaluate((root) => root.contains(document.activeElement))).toBe(true)
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`axe finds no violation in the list and the comparison, ${colorScheme}, ${width} pixels wide`, async ({
    page,
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    const { runs } = await runTwice(page)
    const expectAccessible = async (state: string) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await new AxeBuilder({ page }).include('[data-pane="dashboard"]').withTags(tags).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
      expect(found, state).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await page.setViewportSize({ width, height: 844 })
    await runs.open(2)
    await expectAccessible('list')
    await runs.compare(0, 1)
    for (const aspect of ['Figures', 'Charts', 'Requests', 'Scenario'] as const) {
      await runs.showAspect(aspect)
      await expectAccessible(aspect)
    }
  })
}

/**
 * npm run bench:day: whether a long run stays fluid, in an installed Chromium. Simulates a day at 150 requests per second
 * with samples every 10 ms, then changes dashboards, moves the cursor, selects and zooms as a person does. Each time from
 * the input until the next picture that is painted, and of that the handlers' part, by the Event Timing API (in steps of
 * 8 ms, from 16 ms on). It leaves out moves of the pointer: of those, the time until the page has made its next picture.
 */
import type { Locator } from '@playwright/test'
import { median } from '../tests/bench/measure'
import { benchCases } from '../tests/bench/scenarios'
import { openBuiltPage } from './builtPage'

/** The run itself, which takes a minute or two [ms]. */
const RUN_MS = 600_000
/** Between two inputs: a person looks at what they did [ms]. */
const LOOK_MS = 400

interface Timed {
  readonly untilPainted: number
  readonly handlers: number
}

const { scenario } = benchCases.find(({ name }) => name === 'a day')!

const built = await openBuiltPage()
const studio = await built.newStudio()
const { page } = studio
await studio.open('#example=minimal')
await studio.typeText(JSON.stringify(scenario))
await studio.results.runButton.click()
await page.getByRole('button', { name: 'Run anyway' }).click()
await studio.results.runButton.and(page.locator(':enabled')).waitFor({ timeout: RUN_MS })
await page.waitForTimeout(5_000)
await page.getByRole('button', { name: 'Maximise the results' }).click()
await page.evaluate(`
  window.timed = []
  new PerformanceObserver((list) => {
    for (const { name, duration, processingStart, processingEnd } of list.getEntries())
      if (!/over|out|enter|leave/.test(name)) timed.push({ untilPainted: duration, handlers: processingEnd - processingStart })
  }).observe({ type: 'event', durationThreshold: 16 })
  addEventListener('pointermove', ({ timeStamp }) =>
    requestAnimationFrame(() =>
      setTimeout(() => timed.push({ untilPainted: Math.round(performance.now() - timeStamp), handlers: 0 })),
    ), { capture: true })
`)

const tabs = page.getByRole('tab', { name: /^(Overview|Latency|Servers|Network|Requests)$/ })
await measure('another dashboard', async () => {
  for (const tab of await tabs.all()) await input(() => tab.click())
})
await tabs.first().click()
const chart = studio.results.timeCharts.first()
await chart.scrollIntoViewIfNeeded()
await measure('the cursor by mouse', async () => {
  for (let i = 1; i < 10; i++) await input(async () => page.mouse.move(...(await pointOf(chart, i / 10))))
})
await measure('a selection by mouse', async () => {
  for (const [from, to] of [
    [0.2, 0.4],
    [0.5, 0.9],
    [0.1, 0.8],
  ] as const) {
    await page.mouse.move(...(await pointOf(chart, from)))
    await page.mouse.down()
    await input(async () => page.mouse.move(...(await pointOf(chart, to)), { steps: 4 }))
    await input(() => page.mouse.up())
  }
})
await chart.focus()
await measure('the cursor by keys', async () => {
  for (let i = 0; i < 8; i++) await input(() => page.keyboard.press('ArrowRight'))
})
await measure('zoom by keys', async () => {
  for (const key of ['+', '+', '+', '-', '-', '0', '+', '0']) await input(() => page.keyboard.press(key))
})
await built.close()

async function input(act: () => Promise<void>): Promise<void> {
  await act()
  await page.waitForTimeout(LOOK_MS)
}

async function pointOf(of: Locator, share: number): Promise<[number, number]> {
  const { x, y, width, height } = (await of.boundingBox())!
  return [x + width * share, y + height / 2]
}

/** What is not reported took less than 16 ms. */
async function measure(what: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate('window.timed.length = 0')
  await act()
  const timed = await page.evaluate<Timed[]>('window.timed')
  const painted = timed.map(({ untilPainted }) => untilPainted)
  const handlers = Math.max(0, ...timed.map((each) => each.handlers))
  const figures =
    timed.length === 0 ? 'under 16 ms' : `median ${median(painted)} ms, at most ${Math.max(...painted)} ms`
  process.stdout.write(`${what}: ${timed.length} timed, ${figures} (handlers at most ${handlers.toFixed(0)} ms)\n`)
}

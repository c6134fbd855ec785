import { expect, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

/*
 * How long tasks take depends on the machine and is measured by `npm run bench:page`. Here: what makes them short,
 * and that the measuring would see a long one.
 */

declare global {
  interface Window {
    /** Durations of tasks that took longer than 50 ms [ms]. */
    longTasks: number[]
    /** Charts that were drawn together in one task. */
    chartsPerTask: number[]
  }
}

test('a long task is seen by the observer that the measurement relies on', async ({ page }) => {
  await page.addInitScript(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  await new StudioPage(page).open()
  await page.evaluate(() => {
    window.longTasks.length = 0
    setTimeout(() => {
      const until = performance.now() + 120
      while (performance.now() < until) {
        // Blocks the page.
      }
    })
  })
  await expect.poll(() => page.evaluate(() => Math.max(0, ...window.longTasks))).toBeGreaterThanOrEqual(120)
})

test('D02 each chart is drawn in a task of its own', async ({ page }) => {
  await page.addInitScript(() => {
    window.chartsPerTask = []
    // The records of one task come together.
    new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element))
      const charts = new Set(
        added
          .flatMap((node) => [...node.querySelectorAll('svg'), node])
          .filter((node) => node.matches('svg.recharts-surface')),
      )
      if (charts.size > 0) window.chartsPerTask.push(charts.size)
    }).observe(document, { childList: true, subtree: true })
  })
  const { results } = await openExample(page, 'black-friday')
  await results.runToEnd()
  await expect(results.root.locator('.recharts-surface')).toHaveCount(6)
  expect(await page.evaluate(() => window.chartsPerTask)).toEqual([1, 1, 1, 1, 1, 1])
})

async function openExample(page: StudioPage['page'], id: string): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open(`#example=${id}`)
  return studio
}

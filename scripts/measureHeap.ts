/**
 * npm run bench:heap: whether the page's memory grows, in an installed Chromium. The JavaScript heap of the page after a
 * garbage collection: after each of twenty runs of the example with the most servers, edges and events, and every half
 * minute of one run that is watched for five minutes.
 */
import { type CDPSession, chromium } from '@playwright/test'
import { preview } from 'vite'
import { StudioPage } from '../e2e/pages/studioPage'
import { findChromium } from './browser.mjs'

const EXAMPLE = 'black-friday'
const PORT = 4197
const RUNS = 20
/** Until the charts of a run are drawn, and the run is kept [ms]. */
const SETTLED = 3_000
const WATCHED_MINUTES = 5

const server = await preview({ preview: { port: PORT, strictPort: true }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  baseURL: `http://localhost:${PORT}`,
})
const page = await context.newPage()
const devtools = await context.newCDPSession(page)
await devtools.send('Performance.enable')
const studio = new StudioPage(page)
const { results } = studio
await studio.open(`#example=${EXAMPLE}`)

for (let run = 1; run <= RUNS; run++) {
  await results.runToEnd()
  await page.waitForTimeout(SETTLED)
  tell(`run ${run}`, await heapOf(devtools))
}
await results.chooseSpeed('1 ×')
await results.runButton.click()
for (let half = 1; half <= 2 * WATCHED_MINUTES; half++) {
  await page.waitForTimeout(30_000)
  tell(`${half / 2} min into a run`, await heapOf(devtools))
}
await browser.close()
await server.close()

/** What is reachable [bytes]. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value
}

function tell(when: string, bytes: number): void {
  process.stdout.write(`${when}: ${(bytes / 1e6).toFixed(1)} MB\n`)
}

/**
 * npm run bench:heap: whether the page's memory grows, in an installed Chromium. The JavaScript heap of the page after a
 * garbage collection: after each of twenty runs of the example with the most servers, edges and events, and every half
 * minute of one run that is watched for five minutes.
 */
import type { CDPSession } from '@playwright/test'
import { openBuiltPage } from './builtPage'

const EXAMPLE = 'black-friday'
const RUNS = 20
/** Until the charts of a run are drawn, and the run is kept [ms]. */
const SETTLED = 3_000
const WATCHED_MINUTES = 5

const built = await openBuiltPage()
const studio = await built.newStudio()
const { page, results } = studio
const devtools = await built.context.newCDPSession(page)
await devtools.send('Performance.enable')
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
await built.close()

/** What is reachable [bytes]. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')!.value
}

function tell(when: string, bytes: number): void {
  process.stdout.write(`${when}: ${(bytes / 1e6).toFixed(1)} MB\n`)
}

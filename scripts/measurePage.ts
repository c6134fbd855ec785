/**
 * npm run bench:page: how long the built page makes a person wait, in an installed Chromium.
 * From the click on Run to the first figures on screen, and the longest task of the main thread until all charts are
 * drawn: of the first run after loading, and of the next. Both as time that passed and, for tasks, as CPU time, which
 * other load does not lengthen as much.
 */
import type { Page } from '@playwright/test'
import { openBuiltPage } from './builtPage'

/** The smallest example, and the one with the most servers, edges and events. */
const EXAMPLES = ['minimal', 'black-friday']
const RUNS = 2
/** From loading to the first run, and from a run to its last chart [ms]. */
const IDLE = 4_000

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** [µs]; `tdur` is CPU time. */
  readonly dur?: number
  readonly tdur?: number
}

const built = await openBuiltPage()
const { browser } = built
for (const id of EXAMPLES) {
  const studio = await built.newStudio()
  const { page } = studio
  await studio.open(`#example=${id}`)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.waitForTimeout(IDLE)
  for (let run = 1; run <= RUNS; run++) {
    const { firstFrame, longest, longestCpu } = await measureRun(page)
    process.stdout.write(
      `${id}, run ${run}: first figures after ${firstFrame.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms (${longestCpu.toFixed(0)} ms CPU)\n`,
    )
  }
  await page.close()
}
await built.close()

async function measureRun(page: Page): Promise<{ firstFrame: number; longest: number; longestCpu: number }> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  })
  // As text: what tsx makes of a function refers to a helper that the page does not have.
  const firstFrame: number = await page.evaluate(`new Promise((resolve) => {
    performance.mark('main-thread')
    const pane = document.querySelector('[data-pane="dashboard"]')
    const started = performance.now()
    new MutationObserver((_, observer) => {
      if (!pane.querySelector('[data-figure]') || !/so far|whole run/.test(pane.textContent)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
    }).observe(pane, { childList: true, subtree: true, characterData: true })
    ;[...document.querySelectorAll('button')].find((button) => button.textContent === 'Run').click()
  })`)
  await page.waitForTimeout(IDLE)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const main = traceEvents.find(({ name }) => name === 'main-thread')!
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask/.test(name) && pid === main.pid && tid === main.tid)
  return {
    firstFrame,
    longest: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    longestCpu: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  }
}

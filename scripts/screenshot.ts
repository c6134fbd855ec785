/**
 * npm run screenshot: draws the pictures of the README from the built page.
 * Two servers behind a load balancer, after a run, in both themes.
 */
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium } from './browser.mjs'

const EXAMPLE = 'load-balancer'
const VIEWPORT = { width: 1440, height: 900 }

const server = await preview({ preview: { port: 4199, strictPort: true }, logLevel: 'error' })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
for (const theme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: theme })
  await page.goto(`http://localhost:4199/#example=${EXAMPLE}`)
  await page.locator('.monaco-editor .view-line').first().waitFor()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('status').filter({ hasText: /^Done/ }).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Dismiss' }).click()
  // Charts are drawn one per frame; the second one is the last in view.
  await page.locator('.recharts-surface').nth(1).waitFor()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(500)
  await page.screenshot({ path: `docs/screenshot-${theme}.png` })
  await page.close()
}
await browser.close()
await server.close()

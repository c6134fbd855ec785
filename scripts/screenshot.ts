/**
 * npm run screenshot: draws the pictures of the README from the built page.
 * Two servers behind a load balancer, after a run, in both themes.
 */
import { openBuiltPage } from './builtPage'

const EXAMPLE = 'load-balancer'

const built = await openBuiltPage()
for (const theme of ['light', 'dark'] as const) {
  const studio = await built.newStudio()
  const { page } = studio
  await page.emulateMedia({ colorScheme: theme })
  await studio.open(`#example=${EXAMPLE}`)
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
await built.close()

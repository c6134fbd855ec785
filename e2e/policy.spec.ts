import { expect, type Page, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

interface Watched extends Window {
  violations: string[]
}

/** Collects every breach of the content security policy from the first moment on. */
async function watchPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched
    watched.violations = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      watched.violations.push(`${effectiveDirective} ${blockedURI}`)
    })
  })
  return () => page.evaluate(() => (window as unknown as Watched).violations)
}

test('editing, running and exporting breaks no rule of the policy and asks nobody but the page’s own server', async ({
  page,
  baseURL,
}) => {
  const violations = await watchPolicy(page)
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL!) && !url.startsWith('blob:') && !url.startsWith('data:')) foreign.push(url)
  })
  const studio = new StudioPage(page)
  await studio.open()
  await studio.editor.waitForMonaco()
  await studio.openExample(/Two servers behind a load balancer/)
  await studio.results.runToEnd()
  await studio.results.exportFile('Summary CSV')
  expect(await violations()).toEqual([])
  expect(foreign).toEqual([])
})

test('once everything is loaded, a run makes no request at all', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.editor.waitForMonaco()
  await studio.results.runToEnd()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await studio.openExample(/An outage/)
  await studio.results.runToEnd()
  expect(requests.filter((url) => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([])
})

test('the policy is in force: a script in the page’s text does not run, and is noticed', async ({ page }) => {
  const violations = await watchPolicy(page)
  await new StudioPage(page).open()
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
  })
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await violations()).toEqual(['script-src-elem inline'])
})

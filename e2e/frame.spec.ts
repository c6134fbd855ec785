import { expect, type Page, test } from '@playwright/test'
import { axeOf } from './axe'
import { StudioPage } from './pages/studioPage'
import { LONG } from './scenarios'

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)
const widthOf = (page: Page, pane: string) =>
  page.locator(`[data-pane="${pane}"]`).evaluate((element) => element.clientWidth)

test('the theme follows the system until one is chosen, and a reload never shows the wrong one', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await new StudioPage(page).open()
  expect(await theme(page)).toBe('dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => theme(page)).toBe('light')

  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  expect(await theme(page)).toBe('dark')
  // Without the app's code only the script before the first paint is left.
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.reload()
  expect(await theme(page)).toBe('dark')
})

test('panes are resized with the keyboard, keep their size, and each can fill the page', async ({ page }) => {
  await new StudioPage(page).open()
  const before = await widthOf(page, 'editor')
  await page.getByRole('separator', { name: 'Width of the editor' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const resized = await widthOf(page, 'editor')
  expect(resized).toBeGreaterThan(before + 50)
  await page.reload()
  await expect.poll(() => widthOf(page, 'editor')).toBe(resized)

  for (const pane of ['editor', 'canvas']) {
    await page.getByRole('button', { name: `Maximise the ${pane}` }).click()
    expect(await widthOf(page, pane)).toBe(1440)
    await page.getByRole('button', { name: 'Show all panes' }).click()
    expect(await widthOf(page, pane)).toBeLessThan(1440)
  }
})

test('keys work everywhere on the page, but never in place of typing', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  const name = page.getByLabel('Scenario name')
  await name.fill('Really?')
  await name.press('?')
  await expect(name).toHaveValue('Really??')
  await name.press('Enter')
  await name.blur()

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  await sheet.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(sheet).toBeHidden()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(name).toHaveValue('One server')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(name).toHaveValue('Really??')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page).toHaveTitle(/^Done – p95 .+ – Really\?\?$/)
})

test('a file dropped anywhere is opened; what is no scenario is refused with a reason', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  const drop = async (fileName: string, content: string) => {
    const transfer = await page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name))
        return data
      },
      [fileName, content] as const,
    )
    const canvas = page.locator('[data-pane="canvas"]')
    await canvas.dispatchEvent('dragenter', { dataTransfer: transfer })
    await expect(page.getByText('Drop a scenario')).toBeVisible()
    await canvas.dispatchEvent('drop', { dataTransfer: transfer })
    await expect(page.getByText('Drop a scenario')).toBeHidden()
  }
  await drop('photo.png', 'not a scenario')
  await expect(page.getByRole('status').filter({ hasText: 'photo.png' })).toBeVisible()
  await drop('shop.yaml', '# dropped\r\n')
  await expect(page.getByLabel('Scenario name')).toHaveValue('shop')
  expect(await studio.savedText()).toBe('# dropped\r\n')
})

test('on a phone the panes are tabs, and a run shows its results', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const studio = new StudioPage(page)
  await studio.open()
  await expect(page.getByRole('tab', { name: 'Canvas' })).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('tab', { name: 'Results' })).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveTitle(/^Done/)
  await page.getByRole('tab', { name: 'Results' }).press('Home')
  await expect(page.getByRole('tab', { name: /^Text/ })).toBeFocused()
  await expect(page.getByRole('tabpanel').getByRole('textbox')).toBeVisible()
})

test('D01 what controls a run covers nothing else of the top bar, however wide the page', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.openFile('long.yaml', LONG)
  await studio.results.runButton.click()
  await studio.results.pauseButton.click()
  await studio.results.expectState(/^Paused/)
  for (const width of [1600, 1440, 1401, 1400, 1280, 1181, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await coveredControls(page), `${width} pixels wide`).toEqual([])
  }
})

/** The pairs of what the top bar holds that overlap. */
function coveredControls(page: Page): Promise<string[]> {
  return page.getByRole('banner').evaluate((bar) => {
    const controls = [...bar.querySelectorAll('button, input, progress, progress + *')].map((element) => ({
      name: element.getAttribute('aria-label') ?? element.id + element.textContent,
      box: element.getBoundingClientRect(),
    }))
    const covers = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    return controls.flatMap((one, index) =>
      controls
        .slice(index + 1)
        .filter((other) => covers(one.box, other.box))
        .map((other) => `${one.name} and ${other.name}`),
    )
  })
}

test('a dialog gives the focus back to the button that opened it', async ({ page }) => {
  await new StudioPage(page).open()
  for (const name of ['Examples', 'Share', 'About and help']) {
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

test('nothing has to be scrolled both ways at a width of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await new StudioPage(page).open()
  for (const tab of [/^Text/, /^Canvas/, /^Results/]) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  }
})

test('at 400 % zoom every pane has room, and the page is scrolled to it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 })
  const studio = new StudioPage(page)
  await studio.open()
  for (const [tab, pane] of [
    [/^Text/, 'editor'],
    [/^Results/, 'dashboard'],
    [/^Canvas/, 'canvas'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    const { height } = (await page.locator(`[data-pane="${pane}"]`).boundingBox())!
    expect(height).toBeGreaterThanOrEqual(319)
  }
  await studio.canvas.select('server')
  await expect(studio.canvas.inspector.getByLabel('Name')).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`a long form is scrolled in its pane, the page is no longer than the window, ${viewport.width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    const studio = new StudioPage(page)
    await studio.open('#example=outage')
    await studio.canvas.select('web-1')
    const { inspector } = studio.canvas
    await inspector.getByRole('button', { name: 'What if CPU cores', exact: true }).click()
    await expect(inspector.getByRole('region', { name: 'What if CPU cores', exact: true })).toBeVisible()
    expect(await page.evaluate(() => document.scrollingElement?.scrollHeight)).toBe(viewport.height)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds no violation of WCAG A and AA, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      test.slow()
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      const expectAccessible = async (state: string) => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        const { violations } = await axeOf(page).withTags(tags).analyze()
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
        expect(found, state).toEqual([])
      }
      const studio = new StudioPage(page)
      await studio.open()
      await expectAccessible('first visit')
      await studio.results.runToEnd()
      await expectAccessible('results')
      for (const opener of ['Examples', 'Share', 'About and help']) {
        await page.getByRole('button', { name: opener }).click()
        await expectAccessible(opener)
        await page.keyboard.press('Escape')
      }
      await page.getByRole('button', { name: 'Export' }).click()
      await expectAccessible('a menu')
      await page.keyboard.press('Escape')
      await studio.openFile('broken.yml', 'rqs_input: 1\n')
      await expectAccessible('a broken text and a message')
    })
  }
}

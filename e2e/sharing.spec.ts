import { expect, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

const shareButton = { name: 'Share' } as const

/** Presses Share and gives back the link that the dialog shows. */
async function shareLink(studio: StudioPage): Promise<string> {
  const { page } = studio
  await page.getByRole('button', shareButton).click()
  const link = await page.getByLabel('Link to this scenario').inputValue()
  await page.keyboard.press('Escape')
  return link
}

test('a link opened in a fresh profile gives the same text, name and link, and runs nothing', async ({
  page,
  browser,
}) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.openFile('shop.yml', '# grüße 🙂\r\nrqs_input:   { id: users }\r\n\r\n')
  await studio.nameScenario('Ann’s shop')
  await page.getByLabel('Seed').first().fill('77')
  await page.getByLabel('Seed').first().press('Enter')
  await page.getByRole('button', shareButton).click()
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/#v1\.[\w-]+\.Z$/)

  const profile = await browser.newContext()
  const other = new StudioPage(await profile.newPage())
  await other.open(link)
  await expect(other.page.getByLabel('Scenario name')).toHaveValue('Ann’s shop')
  await expect(other.page.getByLabel('Seed').first()).toHaveValue('77')
  expect(await other.savedText()).toBe('# grüße 🙂\r\nrqs_input:   { id: users }\r\n\r\n')
  expect(await shareLink(other)).toBe(link)
  await expect(other.page.getByText('No results yet')).toBeVisible()
  await profile.close()
})

test('a link pasted into the same tab that was cut off or damaged says so and leaves the draft alone', async ({
  page,
}) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.nameScenario('Mine')
  const { hash } = new URL(await shareLink(studio))
  const visit = (to: string) =>
    page.evaluate((target) => {
      location.hash = target
    }, to)

  const middle = Math.floor(hash.length / 2)
  const damaged = `${hash.slice(0, middle)}${hash[middle] === 'A' ? 'B' : 'A'}${hash.slice(middle + 1)}`
  const cases: [string, RegExp][] = [
    [hash.slice(0, -9), /cut off/],
    [damaged, /checksum does not match/],
    [hash.replace('#v1', '#v9'), /another version/],
    [`#v1.${'A'.repeat(70_000)}.Z`, /too large/],
    ['#somewhere', /does not hold a scenario/],
  ]
  for (const [address, message] of cases) {
    await visit(address)
    await expect(page.getByRole('status').filter({ hasText: message })).toBeVisible()
    await expect(page.getByLabel('Scenario name')).toHaveValue('Mine')
  }
  await visit(`#%20${hash.slice(1, middle)}%20\n${hash.slice(middle)}).`)
  await expect(page.getByRole('status').filter({ hasText: 'Opened “Mine”' })).toBeVisible()
})

test('an address names an example; one that names none leads to the gallery', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open('#example=outage')
  await expect(page.getByLabel('Scenario name')).toHaveValue('An outage')
  expect(new URL(page.url()).hash).toBe('')

  await page.evaluate(() => {
    location.hash = '#/Example=nowhere'
  })
  const gallery = page.getByRole('dialog', { name: 'Examples' })
  await expect(gallery.getByText('There is no such example.')).toBeVisible()
  await gallery.getByRole('button', { name: /Services in a row/ }).press('Enter')
  await expect(page.getByLabel('Scenario name')).toHaveValue('Services in a row')
})

test('a browser that refuses the clipboard shows the link, selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await new StudioPage(page).open()
  await page.getByRole('button', shareButton).click()
  await expect(page.getByText(/did not let the page copy/)).toBeVisible()
  const field = page.getByLabel('Link to this scenario')
  await expect(field).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await field.inputValue())
})

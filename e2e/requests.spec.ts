import { expect, type Locator, type Page, test } from '@playwright/test'
import { recordsOfCsv } from '../tests/fixtures/strictCsv'
import { axeOf } from './axe'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'

test.use(plainText)

async function openRequests(page: Page, example: string) {
  const studio = new StudioPage(page)
  await studio.open(`#example=${example}`)
  await studio.results.runToEnd()
  await page.getByRole('tablist', { name: 'Dashboards' }).getByRole('tab', { name: 'Requests' }).click()
  const card = studio.results.chart('Single requests')
  await followRequests(card)
  return { studio, card, list: card.getByRole('listbox'), position: card.locator('[data-position]') }
}

/** Waits until requests are followed; where the run took long, the page asks before it repeats it. */
async function followRequests(card: Locator): Promise<void> {
  const [list, button] = [card.getByRole('listbox'), card.getByRole('button', { name: 'Follow requests' })]
  await expect(list.or(button)).toBeVisible()
  if (await button.isVisible()) await button.click()
  await expect(list).toBeVisible({ timeout: 30_000 })
}

test('single requests are stepped through by keys, sampled at a rate that is kept, and lit up on the canvas', async ({
  page,
}) => {
  const { studio, card, list, position } = await openRequests(page, 'load-balancer')
  await expect(position).toHaveText('1 of 100')
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await expect(position).toHaveText('2 of 100')
  await page.keyboard.press('PageDown')
  await expect(position).toHaveText('12 of 100')
  await expect(list.getByRole('option')).toHaveCount(10)
  const selected = list.getByRole('option', { selected: true })
  const request = /^#(\d+)/.exec(await selected.innerText())![1]
  await expect(card.getByRole('region', { name: `Request ${request}`, exact: true })).toBeVisible()
  await expect(page.locator('[data-pane="canvas"] [data-on-way]')).not.toHaveCount(0)
  await page.keyboard.press('End')
  await expect(position).toHaveText('100 of 100')
  await page.keyboard.press('ArrowDown')
  await expect(position).toHaveText('100 of 100')
  await expect(list).toBeFocused()

  await card.getByLabel('Requests', { exact: true }).selectOption('Sampled')
  const few = Number(/of (\d+)/.exec(await position.innerText())![1])
  await card.getByLabel('Share').selectOption('10 %')
  await expect(position).not.toHaveText(new RegExp(`of ${few}$`), { timeout: 30_000 })
  await page.reload()
  await studio.results.runToEnd()
  await followRequests(card)
  await card.getByLabel('Requests', { exact: true }).selectOption('Sampled')
  await expect(card.getByLabel('Share')).toHaveValue('0.1')
})

test('any request can be asked for by its number, and the spans are saved', async ({ page }) => {
  const { studio, card } = await openRequests(page, 'outage')
  const number = card.getByLabel('Number')
  await number.fill('123')
  await number.press('Enter')
  const waterfall = card.getByRole('region', { name: 'Request 123', exact: true })
  await expect(waterfall).toBeVisible({ timeout: 30_000 })
  await expect(number).toBeFocused()
  await number.fill('999999')
  await number.press('Enter')
  await expect(card).toContainText('There is no record that request 999999 ended.')

  const { name, content } = await studio.results.saveChart('Single requests', 'CSV')
  expect(name).toMatch(/_spans\.csv$/)
  const spans = recordsOfCsv(content.toString()).filter((row) => row.request === '123')
  const cells = await waterfall.getByRole('rowheader').allTextContents()
  expect(spans.map(({ component }) => component)).toEqual(cells)
  spans.slice(1).forEach((span, i) => {
    expect(span['start [s]']).toBe(spans[i]!['end [s]'])
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the card of single requests is accessible and fits a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const { card } = await openRequests(page, 'load-balancer')
    const { violations } = await axeOf(page).include('[data-chart="waterfall"]').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect(card).toBeVisible()
    const { x, width } = (await card.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(390)
  })
}

import { expect, test } from '@playwright/test'
import { CheckPane } from './pages/checkPane'
import { StudioPage } from './pages/studioPage'

test('visitors see for themselves that the figures are right', async ({ page }) => {
  test.slow()
  await new StudioPage(page).open()
  await page.getByRole('button', { name: 'About and help' }).click()
  await page.getByRole('button', { name: 'Check this simulator' }).click()
  const check = new CheckPane(page)
  await expect(check.dialog).toBeVisible()
  await expect(check.status).toBeEmpty()
  expect(page.workers().some((worker) => worker.url().includes('check.worker'))).toBe(false)

  await check.start()
  await expect(check.dialog.getByRole('progressbar')).toBeVisible()
  await expect(check.status).toHaveText(
    /^Your browser reproduces (\d+) of \1 reference runs.* (\d+) of \2 models agree/,
    {
      timeout: 150_000,
    },
  )
  await expect(check.figureRows.filter({ hasText: 'differs' })).toHaveCount(0)
  await expect(check.figureRows.filter({ hasText: 'agrees' }).nth(40)).toBeVisible()
  await expect(check.dialog.getByRole('progressbar')).toHaveCount(0)

  await check.dialog.getByRole('button', { name: 'Copy report' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(await check.status.innerText())

  await page.setViewportSize({ width: 390, height: 844 })
  for (const table of await check.dialog.getByRole('table').all()) {
    const { x, width } = (await table.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(390)
  }
})

test('a check can be cancelled and begun again; closing the dialog ends it', async ({ page }) => {
  await new StudioPage(page).open('#check')
  const check = new CheckPane(page)
  const workers = () => page.workers().filter((worker) => worker.url().includes('check.worker')).length
  await check.start()
  await check.fingerprints(2)
  expect(workers()).toBe(1)
  await check.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(check.status).toContainText('cancelled')
  await expect(check.referenceRows.first()).toBeVisible()
  await expect.poll(workers).toBe(0)
  await check.dialog.getByRole('button', { name: 'Copy report' }).click()
  await expect(check.dialog.getByRole('status').last()).toHaveText('Report copied.')

  await check.start()
  await expect(check.status).toHaveText('The check is running.')
  await page.keyboard.press('Escape')
  await expect(check.dialog).toHaveCount(0)
  await expect.poll(workers).toBe(0)
})

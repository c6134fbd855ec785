import { expect, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

test('a law is chosen by keyboard, its figures stand beside it, it runs and is undone in one step', async ({
  page,
}) => {
  const studio = new StudioPage(page)
  const { canvas, results } = studio
  await studio.open('#example=minimal')
  const before = await studio.savedText()
  await canvas.select('server')
  const time = canvas.time('Waiting time')
  await expect(time.value).toHaveValue('0.02')

  await time.law.focus()
  await page.keyboard.type('log')
  await expect(time.law).toHaveValue('log_normal')
  await expect(time.field(/^Mean/)).toHaveValue('0.02')
  await expect(time.figure('mean')).toHaveText('mean 20 ms')
  await expect(time.plot).toHaveAccessibleName(/^Density of Waiting time: mean 20 ms, p50 17.9 ms, p99 53.7 ms$/)
  expect(await studio.savedText()).toBe(
    before.replace(/io_waiting_time: [\d.]+/, 'io_waiting_time: { distribution: log_normal, mean: 0.02, cv: 0.5 }'),
  )
  await results.runToEnd()
  await studio.undo()
  expect(await studio.savedText()).toBe(before)
  await expect(time.value).toHaveValue('0.02')
})

test('a law can be given by quantiles and by samples; what is impossible is explained and not written', async ({
  page,
}) => {
  const studio = new StudioPage(page)
  const { canvas } = studio
  await studio.open('#example=minimal')
  await canvas.arrow('client-server').focus()
  await page.keyboard.press('Enter')
  const time = canvas.time('Latency')
  await time.law.selectOption('log_normal')
  await time.field('Given by').selectOption('two quantiles')
  const p99 = time.field(/^Quantile 99 %/)
  await p99.fill('0.05')
  await p99.press('Enter')
  await expect(time.figure('p99')).toHaveText('p99 50 ms')
  await p99.fill('0.0001')
  await p99.press('Enter')
  await expect(p99).toHaveAttribute('aria-invalid', 'true')
  await expect(p99).toHaveAccessibleDescription(/is not above p50/)
  await p99.press('Escape')

  await time.law.selectOption('empirical')
  await time.field('Given by').selectOption('samples')
  const samples = time.field(/^Samples/)
  await samples.fill('0.001, 0.002, 0.009')
  await samples.press('Enter')
  await expect(time.figure('mean')).toHaveText('mean 4 ms')
  await expect.poll(() => studio.savedText()).toContain('distribution: empirical, samples: [0.001, 0.002, 0.009]')
})

test('a mixture is a list of laws that grows and shrinks', async ({ page }) => {
  const studio = new StudioPage(page)
  const { canvas } = studio
  await studio.open('#example=minimal')
  await canvas.select('server')
  const time = canvas.time('Waiting time')
  await time.law.selectOption('mixture')
  await expect(time.component(2)).toBeVisible()
  await time.group.getByRole('button', { name: 'Add component' }).click()
  await expect(time.component(3)).toBeVisible()
  await time.field('Law of component 3').selectOption('deterministic')
  await expect(time.component(3).getByLabel(/^Mean/)).toHaveValue('0.1')
  await time.group.getByRole('button', { name: 'Remove component 1' }).click()
  await expect(time.component(3)).toBeHidden()
  await expect(time.field('Law of component 2')).toHaveValue('deterministic')
})

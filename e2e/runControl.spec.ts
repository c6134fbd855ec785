import { expect, type Page, test } from '@playwright/test'
import { ResultsPane } from './pages/resultsPane'
import { StudioPage } from './pages/studioPage'
import { plainText } from './plainText'
import { LONG, oneServer } from './scenarios'

test.use(plainText)

/** At full speed soon done, at ten times the speed of time nearly half a minute. */
const SCENARIO = oneServer({ seconds: 300 })

async function open(page: Page, text = SCENARIO): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.openFile('watched.yaml', text)
  return studio
}

test('D01 each state has its buttons and says what it is', async ({ page }) => {
  const { results } = await open(page, LONG)
  const buttons = [results.runButton, results.pauseButton, results.resumeButton, results.cancelButton]
  const expectButtons = async (...shown: readonly boolean[]) => {
    for (const [i, button] of buttons.entries()) await expect(button).toHaveCount(shown[i] ? 1 : 0)
  }
  await expectButtons(true, false, false, false)
  await results.runButton.click()
  await results.expectState(/^Running/)
  await expectButtons(false, true, false, true)
  await results.pauseButton.click()
  await results.expectState(/^Paused/)
  await expectButtons(false, false, true, true)
  await results.resumeButton.click()
  await results.expectState(/^Running/)
  await results.cancelButton.click()
  await results.expectState(/^Cancelled/)
  await expectButtons(true, false, false, false)
})

test('D04 progress never goes back, and is complete only at the end', async ({ page }) => {
  const { results } = await open(page, LONG)
  await results.runButton.click()
  await expect(results.root).toContainText(/events\/s/)
  const seen: number[] = []
  for (let i = 0; i < 8; i++) {
    seen.push(Number(await results.progress.getAttribute('value')))
    await page.waitForTimeout(250)
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBeLessThan(100)
  await expect(results.root).toContainText(/ of 111 h/)
  await results.cancelButton.click()
})

test('D05 a paced run can be watched and sped up, with the same figures in the end', async ({ page }) => {
  const { results } = await open(page)
  await results.runToEnd()
  await expect(results.figures).not.toHaveCount(0)
  const figures = await results.figures.allTextContents()

  await results.chooseSpeed('10 ×')
  await results.runButton.click()
  await expect(results.root).toContainText('so far')
  // At full speed it would have been over long ago.
  await page.waitForTimeout(1000)
  await expect(results.pauseButton).toBeVisible()
  await expect(results.root).toContainText(/ left, seed /)
  await expect(results.root).not.toContainText('events/s')
  await results.chooseSpeed('60 ×')
  await results.chooseSpeed('As fast as possible')
  await results.expectState(/^Done/)
  await expect(results.figures).toHaveText(figures)
})

test('D06 the same text and seed give the same bytes, also after a reload', async ({ page }) => {
  const { results } = await open(page, oneServer({ seconds: 60 }))
  await results.runToEnd()
  const files = ['Requests CSV', 'Time series CSV', 'Intervals CSV', 'Summary CSV']
  const save = async (pane: ResultsPane) => {
    const texts: string[] = []
    for (const file of files) texts.push((await pane.exportFile(file)).text)
    return texts
  }
  const first = await save(results)
  await results.runToEnd()
  expect(await save(results)).toEqual(first)
  await page.reload()
  const again = new ResultsPane(page)
  await again.runToEnd()
  expect(await save(again)).toEqual(first)
})

test('D07 the seed of a run is on show, can be taken over, and goes into the link', async ({ page }) => {
  const { results } = await open(page, SCENARIO.replace(', seed: 7', ''))
  await results.runToEnd()
  const seed = /seed (\d+)/.exec((await results.root.textContent()) ?? '')?.[1]
  await page.getByRole('button', { name: `Use the last seed again: ${seed}` }).click()
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue(seed!)
  await page.getByRole('button', { name: 'New seed' }).click()
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).not.toHaveValue(seed!)
})

test('D08 two quick clicks on Run start one run, in one Worker', async ({ page }) => {
  const { results } = await open(page, LONG)
  await results.runButton.dblclick()
  await results.expectState(/^Running/)
  expect(page.workers().filter((worker) => worker.url().includes('simulation.worker'))).toHaveLength(1)
  await results.cancelButton.click()
})

test('D09 a run that breaks off says so, keeps what it showed, and offers a report', async ({ page }) => {
  const { results } = await open(page, LONG)
  await results.runButton.click()
  await expect(results.root).toContainText('so far')
  const worker = page.workers().find((one) => one.url().includes('simulation.worker'))!
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose')
    })
  })
  const card = results.root.getByRole('region', { name: 'The simulation broke off' })
  await expect(card).toContainText('broken on purpose')
  await expect(card.getByRole('button', { name: 'Copy report' })).toBeVisible()
  await expect(results.root).toContainText('until it broke off at')
  await expect(results.figure('completed')).not.toHaveText('completed 0')
})

test('D12 reloading during a run asks nothing and loses no text', async ({ page }) => {
  const studio = await open(page, LONG)
  await studio.typeText(`${LONG}# typed a moment ago\n`)
  await studio.results.runButton.click()
  await studio.results.expectState(/^Running/)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.accept()
  })
  await page.reload()
  await expect(studio.results.runButton).toBeEnabled()
  expect(dialogs).toEqual([])
  expect(await new StudioPage(page).savedText()).toBe(`${LONG}# typed a moment ago\n`)
})

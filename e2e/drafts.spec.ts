import { expect, type Page, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

const draftIsSaved = (page: Page) => expect(page.getByText('Draft saved')).toBeVisible()

/** Writes rubbish over every stored draft. */
async function spoilDrafts(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('asyncflow-studio')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite')
          const drafts = transaction.objectStore('drafts')
          const keys = drafts.getAllKeys()
          keys.onsuccess = () => {
            for (const key of keys.result) drafts.put({ content: '{', checksum: 1, generation: 9, savedAt: 9 }, key)
          }
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
}

test('the draft is saved as it is typed and is there again after a reload', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.nameScenario('Mine')
  await studio.typeText('# typed\nrqs_input: 1\n')
  await draftIsSaved(page)
  await page.reload()
  await expect(page.getByLabel('Scenario name')).toHaveValue('Mine')
  expect(await studio.savedText()).toBe('# typed\nrqs_input: 1\n')
})

test('opening an example, a link or a file never destroys the draft: one click brings it back', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.typeText('# mine\nrqs_input: 1\n')
  const mine = await studio.savedText()
  const openings = [
    () => studio.openExample(/An outage/),
    () => studio.openFile('other.yaml', '# other\n'),
    () =>
      page.evaluate(() => {
        location.hash = '#example=chain'
      }),
  ]
  for (const open of openings) {
    await open()
    await expect.poll(() => studio.savedText()).not.toBe(mine)
    await page.getByRole('button', { name: /^Undo, back to/ }).click()
    expect(await studio.savedText()).toBe(mine)
  }
})

test('two tabs keep their own drafts, and each offers the other one', async ({ context }) => {
  const first = await context.newPage()
  const firstStudio = new StudioPage(first)
  await firstStudio.open()
  await firstStudio.nameScenario('First')
  await draftIsSaved(first)

  const second = await context.newPage()
  const secondStudio = new StudioPage(second)
  await secondStudio.open()
  await expect(second.getByLabel('Scenario name')).toHaveValue('First')
  await secondStudio.nameScenario('Second')
  await firstStudio.nameScenario('First again')
  await Promise.all([draftIsSaved(first), draftIsSaved(second)])
  await Promise.all([first.reload(), second.reload()])
  await expect(first.getByLabel('Scenario name')).toHaveValue('First again')
  await expect(second.getByLabel('Scenario name')).toHaveValue('Second')

  await secondStudio.openExample(/^First again/)
  await expect(second.getByLabel('Scenario name')).toHaveValue('First again')
})

test('a browser that forbids storage still runs the app, which says that drafts are not saved and asks before it goes', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const forbid = () => {
      throw new DOMException('forbidden', 'SecurityError')
    }
    indexedDB.open = forbid
    Object.defineProperty(window, 'localStorage', { get: forbid })
    Object.defineProperty(window, 'sessionStorage', { get: forbid })
  })
  const studio = new StudioPage(page)
  await studio.open()
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Save the scenario as a file' })).toBeVisible()
  await studio.results.runToEnd()

  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(false)
  await studio.nameScenario('Mine')
  expect(await asks()).toBe(true)
})

test('spoilt drafts do not keep the app from opening, and what is left of them can be saved', async ({ page }) => {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.nameScenario('Mine')
  await draftIsSaved(page)
  await spoilDrafts(page)
  await page.reload()
  await expect(page.getByLabel('Scenario name')).toHaveValue('One server')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save what is left of it' }).click()
  expect((await downloading).suggestedFilename()).toBe('damaged-draft.txt')
  await studio.nameScenario('Mine again')
  await draftIsSaved(page)
  await page.reload()
  await expect(page.getByLabel('Scenario name')).toHaveValue('Mine again')
})

import { expect, test } from '@playwright/test'
import { formatCount, formatSeconds } from '../src/base/format'
import { recordsOfCsv } from '../tests/fixtures/strictCsv'
import { StudioPage } from './pages/studioPage'

test('a new user runs, edits, runs again, shares and exports, without reading anything', async ({ page, browser }) => {
  const studio = new StudioPage(page)
  const { canvas, results } = studio
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })

  await test.step('the first example is open, drawn, and one click runs it', async () => {
    await studio.open()
    await expect(canvas.region.locator('.react-flow__node')).toHaveCount(3)
    await results.runToEnd()
    await expect(results.figure('p95')).toHaveText(/p95 [\d.]+ ms/)
  })

  await test.step('the load balancer example gets a third server, connected both ways', async () => {
    await studio.openExample(/Two servers behind a load balancer/)
    await expect(canvas.card('lb')).toBeVisible()
    const before = await studio.savedText()
    await canvas.tool('Add server').click()
    await expect(canvas.card('api-3')).toBeVisible()
    await canvas.connectTo('client')
    await canvas.select('lb')
    await canvas.connectTo('api-3')
    await expect(canvas.arrow('lb-api-3')).toBeVisible()
    await expect(canvas.arrow('api-3-client')).toBeVisible()

    await canvas.select('api-3')
    await canvas.field(/^CPU cores/).fill('2')
    await canvas.field(/^CPU cores/).press('Enter')
    const after = await studio.savedText()
    const comments = (text: string) => text.split('\n').flatMap((line) => line.match(/#.*$/)?.[0] ?? [])
    expect(comments(after)).toEqual(comments(before))
    const afterLines = new Set(after.split('\n'))
    expect(before.split('\n').filter((line) => !afterLines.has(line))).toEqual(['      server_covered: [api-1, api-2]'])
    await expect(canvas.card('api-3')).toContainText('2 cores')
  })

  const p95 = await test.step('it runs again; p95 and the queue of each server are there', async () => {
    await results.runToEnd()
    await expect(results.chart('Ready queue').locator('.recharts-curve').first()).toBeVisible()
    return (await results.figure('p95').textContent()) ?? ''
  })

  const link = await test.step('the link is copied', async () => {
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByText('Link copied.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('#v1.')
    await page.keyboard.press('Escape')
    return copied
  })

  await test.step('in a fresh profile it opens the same text, and the same seed gives the same figures', async () => {
    const context = await browser.newContext()
    const opened = new StudioPage(await context.newPage())
    await opened.open(link)
    await expect(opened.canvas.card('api-3')).toBeVisible()
    expect(await opened.savedText()).toBe(await studio.savedText())
    await expect(opened.results.figure('p95')).toHaveCount(0)
    await opened.results.runToEnd()
    expect(await opened.results.figure('p95').textContent()).toBe(p95)
    await context.close()
  })

  await test.step('the summary as CSV holds the figures of the cards', async () => {
    const [row = {}] = recordsOfCsv((await results.exportFile('Summary CSV')).text)
    expect(p95).toBe(`p95 ${formatSeconds(Number(row['latency_p95 [s]']))}`)
    await expect(results.figure('completed')).toHaveText(
      `completed ${formatCount(Number(row['completed [requests]']))}`,
    )
  })

  expect(complaints).toEqual([])
})

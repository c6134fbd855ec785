import { expect, test } from '@playwright/test'
import type { CanvasPane } from './pages/canvasPane'
import { StudioPage } from './pages/studioPage'

/** Lines of `before` that are not in `after`, and the other way round. */
function changedLines(before: string, after: string) {
  const [old, now] = [before.split('\n'), after.split('\n')]
  return { gone: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) }
}

test.describe('canvas', () => {
  let studio: StudioPage
  let canvas: CanvasPane

  test.beforeEach(async ({ page }) => {
    studio = new StudioPage(page)
    canvas = studio.canvas
    await studio.open('#example=load-balancer')
    await expect(canvas.card('lb')).toBeVisible()
  })

  test('a server from the palette is connected both ways by the list and changes nothing else', async () => {
    const before = await studio.savedText()
    await canvas.tool('Add server').press('Enter')
    await expect(canvas.card('api-3')).toBeVisible()
    await canvas.connectTo('client')
    await canvas.select('lb')
    await canvas.connectTo('api-3')
    await expect(canvas.arrow('lb-api-3')).toBeVisible()
    await expect(canvas.arrow('api-3-client')).toBeVisible()
    const { gone, added } = changedLines(before, await studio.savedText())
    expect(gone).toEqual(['      server_covered: [api-1, api-2]'])
    expect(added).toContain('      server_covered: [api-1, api-2, api-3]')
    await expect(canvas.region.getByText('The text has errors')).toBeHidden()
  })

  test('cores changed in the form change one line of the text and keep its comments', async () => {
    const before = await studio.savedText()
    await canvas.select('api-2')
    const cores = canvas.field(/^CPU cores/)
    await cores.fill('4')
    // Saved by keys while the field still has the focus.
    const { gone, added } = changedLines(before, await studio.savedText())
    await expect(canvas.card('api-2')).toContainText('4 cores')
    expect(gone).toEqual([])
    expect(added).toEqual(['        server_resources: { cpu_cores: 4, ram_mb: 2048 }'])
  })

  test('a value outside its range is explained, not written and not lost', async () => {
    const before = await studio.savedText()
    await canvas.select('api-1')
    const cores = canvas.field(/^CPU cores/)
    await cores.fill('0')
    await expect(cores).toHaveAttribute('aria-invalid', 'true')
    await expect(cores).toHaveAccessibleDescription(/at least 1/)
    await cores.press('Tab')
    await expect(cores).toHaveValue('0')
    await expect(cores).toHaveAccessibleDescription(/at least 1/)
    await cores.press('Escape')
    await expect(cores).toHaveValue('1')
    expect(await studio.savedText()).toBe(before)
  })

  test('what could not be taken goes when its value does, and does not come back with it', async ({ page }) => {
    await canvas.select('api-1')
    const cores = canvas.field(/^CPU cores/)
    await cores.fill('2')
    await cores.press('Enter')
    await cores.fill('0')
    await cores.press('Tab')
    await expect(cores).toHaveAttribute('aria-invalid', 'true')
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(cores).toHaveValue('1')
    await page.getByRole('button', { name: /^Redo/ }).click()
    await expect(cores).toHaveValue('2')
  })

  test('a value that breaks a rule across fields is explained and not written', async () => {
    const before = await studio.savedText()
    await canvas.select('api-1')
    const ram = canvas.field(/^RAM \[MB\]/).last()
    await ram.fill('9000')
    await ram.press('Enter')
    await expect(ram).toHaveAttribute('aria-invalid', 'true')
    await expect(ram).toHaveAccessibleDescription(/2048/)
    expect(await studio.savedText()).toBe(before)
  })

  test('a new name goes to every reference in one undo step', async () => {
    const before = await studio.savedText()
    await canvas.select('api-1')
    const name = canvas.field('Name')
    await name.fill('search')
    await name.press('Enter')
    await expect(canvas.card('search')).toBeVisible()
    const after = await studio.savedText()
    expect(after).toContain('server_covered: [search, api-2]')
    expect(after).toMatch(/source: lb, +target: search,/)
    await studio.undo()
    expect(await studio.savedText()).toBe(before)
  })

  test('a step can be added, changed to another kind, moved and removed', async () => {
    const before = await studio.savedText()
    await canvas.select('api-1')
    await canvas.field('Kind of step 3').selectOption('io_cache')
    await canvas.inspector.getByRole('button', { name: 'Add step' }).click()
    await canvas.inspector.getByRole('menuitem', { name: 'cpu bound operation' }).click()
    await canvas.inspector.getByRole('button', { name: 'Move step 4 up' }).click()
    await expect(canvas.field('Kind of step 3')).toHaveValue('cpu_bound_operation')
    await canvas.field('Kind of step 3').selectOption('io_llm')
    await canvas.field('Cost of a call').selectOption('per call')
    await expect(canvas.field(/^Cost per call/)).toHaveValue('0.01')
    await canvas.inspector.getByRole('button', { name: 'Remove step 3' }).click()
    const { gone, added } = changedLines(before, await studio.savedText())
    expect(gone).toEqual([])
    expect(added).toEqual(['              - kind: io_cache'])
  })

  test('deleting a server asks first, names what goes with it, and is undone in one step', async ({ page }) => {
    const before = await studio.savedText()
    await canvas.card('api-2').focus()
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog', { name: 'Delete server api-2?' })
    await expect(dialog).toContainText('edge lb-api-2')
    await expect(dialog).toContainText('edge api-2-client')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(canvas.card('api-2')).toBeHidden()
    await expect(canvas.arrow('lb-api-2')).toBeHidden()
    await studio.undo()
    expect(await studio.savedText()).toBe(before)
  })

  test('an edge that nothing refers to is deleted at once', async ({ page }) => {
    await canvas.arrow('api-2-client').focus()
    await page.keyboard.press('Delete')
    await expect(canvas.arrow('api-2-client')).toBeHidden()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(canvas.card('api-2')).toBeVisible()
    await expect(canvas.region.getByText('The text has errors')).toBeVisible()
  })

  test('arrow keys move a card, one undo step for each press; the text stays', async ({ page }) => {
    const before = await studio.savedText()
    const start = await canvas.placeOf('lb')
    await canvas.card('lb').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect((await canvas.placeOf('lb')).y).toBeGreaterThan(start.y + 30)
    expect(await studio.savedText()).toBe(before)
    await studio.undo()
    await studio.undo()
    await expect.poll(async () => Math.round((await canvas.placeOf('lb')).y - start.y)).toBe(0)
  })

  test('dragging a card is one undo step', async ({ page }) => {
    const start = await canvas.placeOf('client')
    await page.mouse.move(start.x + 40, start.y + 20)
    await page.mouse.down()
    await page.mouse.move(start.x + 60, start.y + 80, { steps: 8 })
    await page.mouse.up()
    expect((await canvas.placeOf('client')).y).toBeGreaterThan(start.y + 40)
    await studio.undo()
    await expect.poll(async () => Math.round((await canvas.placeOf('client')).y - start.y)).toBe(0)
    await expect(canvas.card('lb')).toBeVisible()
  })

  test('auto-layout puts cards back and can be undone', async ({ page }) => {
    const start = await canvas.placeOf('lb')
    await canvas.card('lb').focus()
    await page.keyboard.press('Shift+ArrowDown')
    const moved = await canvas.placeOf('lb')
    await canvas.tool('Auto-layout').click()
    await expect.poll(async () => Math.round((await canvas.placeOf('lb')).y - start.y)).toBe(0)
    await studio.undo()
    await expect.poll(async () => Math.round((await canvas.placeOf('lb')).y - moved.y)).toBe(0)
  })

  test('selection goes from card to arrow and away by keyboard alone', async ({ page }) => {
    await canvas.card('api-1').focus()
    await page.keyboard.press('Enter')
    await expect(canvas.inspector.getByRole('heading', { name: 'Server', exact: true })).toBeVisible()
    await canvas.arrow('lb-api-2').focus()
    await expect(canvas.arrow('lb-api-2').locator('rect')).toHaveCSS('stroke', 'none')
    await page.keyboard.press('Enter')
    await expect(canvas.inspector.getByRole('heading', { name: 'Edge', exact: true })).toBeVisible()
    await expect(canvas.card('api-1')).not.toHaveClass(/selected/)
    await canvas.arrow('lb-api-2').press('Escape')
    await expect(canvas.inspector.getByRole('heading', { name: 'Simulation settings' })).toBeVisible()
  })

  test('connection points connect by dragging, and a refused connection says why', async ({ page }) => {
    await canvas.tool('Add server').click()
    await canvas.tool('Show all').click()
    await canvas.exit('lb').dragTo(canvas.entry('api-3'))
    await expect(canvas.arrow('lb-api-3')).toBeVisible()
    await canvas.exit('client').dragTo(canvas.entry('api-3'))
    await expect(page.getByText(/only a load balancer can have several outgoing edges/)).toBeVisible()
  })

  test('connection points connect by two clicks', async () => {
    await canvas.tool('Add server').click()
    await canvas.tool('Show all').click()
    await canvas.exit('api-3').click()
    await canvas.entry('client').click()
    await expect(canvas.arrow('api-3-client')).toBeVisible()
  })

  test('a broken text leaves the last picture, marked as not up to date', async () => {
    await studio.page.getByRole('button', { name: 'Plain text' }).click()
    const before = await studio.editor.textArea.inputValue()
    await studio.editor.textArea.fill(`${before}\n  : [`)
    await expect(canvas.region.getByText('Not up to date')).toBeVisible()
    await expect(canvas.card('lb')).toBeVisible()
    await studio.editor.textArea.fill(before)
    await expect(canvas.region.getByText('Not up to date')).toBeHidden()
  })

  test('the caret selects what it is in', async () => {
    const lines = (await studio.savedText()).split('\n')
    await studio.editor.moveCaretTo(lines.findIndex((line) => line.includes('id: api-2')) + 1, 14)
    await expect(canvas.card('api-2')).toHaveClass(/selected/)
    await expect(studio.editor.input).toBeFocused()
  })
})

test.describe('canvas by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('connection points connect by two taps, and the form opens below the drawing', async ({ page }) => {
    const studio = new StudioPage(page)
    const { canvas } = studio
    await studio.open()
    await page.getByRole('tab', { name: 'Canvas' }).tap()
    await canvas.tool('Add server').tap()
    await expect(canvas.inspector).toBeVisible()
    const form = await canvas.inspector.boundingBox()
    const drawing = await canvas.region.boundingBox()
    expect(form?.y).toBeGreaterThanOrEqual((drawing?.y ?? 0) + (drawing?.height ?? 0) - 1)
    await canvas.tool('Show all').tap()
    await canvas.region.locator('.react-flow__node.selected .source').tap()
    await canvas.entry('client').tap()
    await expect(canvas.region.locator('.react-flow__edge.selected')).toBeVisible()
  })
})

test('a view that was moved off the drawing comes back when a card comes or goes', async ({ page }) => {
  const studio = new StudioPage(page)
  const { canvas } = studio
  await studio.open()
  await canvas.tool('Add server').click()
  await expect(canvas.card('server-2')).toBeInViewport()
  const box = await canvas.region.boundingBox()
  if (!box) throw new Error('there is no canvas')
  for (let drag = 0; drag < 2; drag += 1) {
    await page.mouse.move(box.x + 10, box.y + box.height - 10)
    await page.mouse.down()
    await page.mouse.move(box.x + 10, box.y + 60, { steps: 4 })
    await page.mouse.up()
  }
  await expect(canvas.card('server')).not.toBeInViewport()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(canvas.card('server-2')).toHaveCount(0)
  await expect(canvas.card('server')).toBeInViewport()
})

import { expect, test } from '@playwright/test'
import { StudioPage } from './pages/studioPage'

const SCENARIO = `rqs_input:
  id: users
  avg_active_users: { mean: 10 }
  avg_request_per_minute_per_user: { mean: 20 }
topology_graph:
  nodes:
    client: { id: client-1 } # the only one
    servers:
      - id: srv-1
        server_resources: { cpu_cores: 1 }
        endpoints:
          - endpoint_name: /
            steps:
              - kind: io_wait
                step_operation: { io_waiting_time: 0.01 }
  edges:
    - { id: in, source: users, target: client-1, latency: { mean: 0.003, distribution: exponential } }
    - { id: to, source: client-1, target: srv-1, latency: { mean: 0.003, distribution: exponential } }
    - { id: back, source: srv-1, target: client-1, latency: { mean: 0.003, distribution: exponential } }
sim_settings:
  total_simulation_time: 60
`

async function openWith(page: ConstructorParameters<typeof StudioPage>[0], text: string): Promise<StudioPage> {
  const studio = new StudioPage(page)
  await studio.open()
  await studio.editor.waitForMonaco()
  await studio.openFile('test.yaml', text)
  await expect(studio.editor.root.getByRole('heading')).toHaveText('test.yaml')
  return studio
}

test.describe('problems', () => {
  test('a type error, an unknown key and an unknown id are underlined exactly and listed', async ({ page }) => {
    const broken = SCENARIO.replace('mean: 10', 'mean: many')
      .replace('cpu_cores', 'cpu_cors')
      .replace('target: srv-1', 'target: srv-9')
    const { editor } = await openWith(page, broken)
    await expect.poll(() => editor.underlined('error')).toEqual(expect.arrayContaining(['many', 'srv-9']))
    expect(await editor.underlined('warning')).toEqual(['cpu_cors'])
    await expect(editor.problem('3:29')).toContainText('Error')
    await expect(editor.problem('10:29')).toContainText('Warning')
    await expect(editor.problem('18:43')).toContainText('srv-9')
  })

  test('a syntax error is listed at its place', async ({ page }) => {
    const { editor } = await openWith(page, SCENARIO.replace('{ mean: 10 }', '{ mean: 10'))
    await expect(editor.problems.first()).toContainText('Error')
    await expect(editor.monaco.locator('.squiggly-error').first()).toBeVisible()
  })

  test('Enter on a row goes to the place, F8 to the next one', async ({ page }) => {
    const broken = SCENARIO.replace('cpu_cores', 'cpu_cors').replace('total_simulation_time', 'total_simulation_tim')
    const studio = await openWith(page, broken)
    await studio.editor.problem('10:29').getByRole('button').first().press('Enter')
    await expect(studio.editor.input).toBeFocused()
    await page.keyboard.type('X')
    await page.keyboard.press('F8')
    await page.keyboard.type('Y')
    const text = await studio.savedText()
    expect(text).toBe(broken.replace('cpu_cors', 'Xcpu_cors').replace('total_simulation_tim', 'Ytotal_simulation_tim'))
  })

  test('a button in the list repairs the text in one undo step', async ({ page }) => {
    const studio = await openWith(page, SCENARIO.replace('cpu_cores', 'cpu_cors'))
    await studio.editor
      .problem('10:29')
      .getByRole('button', { name: /^Change/ })
      .click()
    await expect(studio.editor.problems).toHaveCount(0)
    expect(await studio.savedText()).toBe(SCENARIO)
    await studio.editor.input.focus()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(studio.editor.problem('10:29')).toBeVisible()
  })

  test('the same repair is a quick fix of the editor', async ({ page }) => {
    const studio = await openWith(page, SCENARIO.replace('cpu_cores', 'cpu_cors'))
    await studio.editor.input.focus()
    await page.keyboard.press('F8')
    await page.keyboard.press('ControlOrMeta+.')
    await page
      .locator('.action-widget')
      .getByText(/cpu_cores/)
      .click()
    expect(await studio.savedText()).toBe(SCENARIO)
  })
})

test.describe('language help', () => {
  test('ids are suggested where an edge comes from, and taken over by Enter', async ({ page }) => {
    const studio = await openWith(page, SCENARIO.replace('source: client-1', 'source: '))
    await studio.editor.moveCaretTo(18, 25)
    await page.keyboard.press('Control+Space')
    await expect(studio.editor.suggestions).toHaveText([/^users/, /^client-1/])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await studio.savedText()).toBe(SCENARIO)
  })

  test('keys are suggested at an empty place, and only laws that the field admits', async ({ page }) => {
    const { editor } = await openWith(page, SCENARIO.replace('{ mean: 10 }', '{ mean: 10, distribution: }'))
    await editor.moveCaretTo(3, 46)
    await page.keyboard.type(' ')
    await expect(editor.suggestions).toHaveText([/^poisson/, /^normal/])
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('  ')
    await page.keyboard.press('Control+Space')
    await expect(editor.suggestions.filter({ hasText: 'sample_period_s' })).toHaveCount(1)
  })

  test('a key explains itself with unit and default', async ({ page }) => {
    const { editor } = await openWith(page, SCENARIO)
    await editor.monaco.getByText('total_simulation_time').hover()
    await expect(editor.hover.first()).toContainText('simulated time')
    await expect(editor.hover.first()).toContainText('Unit: s')
    await expect(editor.hover.first()).toContainText('Default: 3600')
  })
})

test.describe('text', () => {
  test('undo goes back over typing and canvas edits in one history', async ({ page }) => {
    const studio = await openWith(page, SCENARIO)
    await studio.editor.moveCaretTo(1, 1)
    await page.keyboard.type('# mine')
    await page.keyboard.press('Enter')
    const typed = await studio.savedText()
    await page.getByRole('button', { name: 'Add server' }).click()
    await expect.poll(() => studio.savedText()).not.toBe(typed)
    await studio.editor.input.focus()
    await page.keyboard.press('ControlOrMeta+Z')
    expect(await studio.savedText()).toBe(typed)
    // On a slow machine the typing is several steps, since it paused.
    const afterPressing = async (keys: string) => {
      await page.keyboard.press(keys)
      return studio.savedText()
    }
    await expect.poll(() => afterPressing('ControlOrMeta+Z')).toBe(SCENARIO)
    await expect.poll(() => afterPressing('ControlOrMeta+Shift+Z')).toBe(typed)
  })

  test('a canvas edit leaves the selected word selected', async ({ page }) => {
    const studio = await openWith(page, SCENARIO)
    await studio.editor.monaco.getByText('total_simulation_time').dblclick()
    await page.getByRole('button', { name: 'Add server' }).click()
    await studio.editor.input.focus()
    await page.keyboard.type('seed')
    const text = await studio.savedText()
    expect(text).toContain('sim_settings:\n  seed: 60\n')
    expect(text).toContain('srv-2')
  })

  test('Windows line ends are kept, byte for byte', async ({ page }) => {
    const windows = SCENARIO.replaceAll('\n', '\r\n')
    const studio = await openWith(page, windows)
    await studio.editor.moveCaretTo(2, 12)
    await page.keyboard.type('X')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('# new')
    expect(await studio.savedText()).toBe(windows.replace('id: users', 'id: usersX\r\n# new'))
  })

  test('typing is never disturbed', async ({ page }) => {
    const studio = await openWith(page, SCENARIO)
    const line = `# ${'the quick brown fox '.repeat(10)}`.slice(0, 200)
    await studio.editor.moveCaretTo(1, 1)
    await page.keyboard.type(line, { delay: 30 })
    expect(await studio.savedText()).toBe(line + SCENARIO)
  })

  test('a hostile name is only text: no request, no breach of the policy', async ({ page }) => {
    const hostile = '![x](https://example.invalid/a.png)<img src=https://example.invalid/b.png onerror=alert(1)>'
    const studio = await openWith(page, SCENARIO)
    const { origin } = new URL(page.url())
    const askedElsewhere: string[] = []
    const breaches: string[] = []
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url())
      if (protocol !== 'data:' && asked !== origin) askedElsewhere.push(request.url())
    })
    page.on('console', (message) => breaches.push(message.text()))
    await studio.openFile('hostile.yaml', SCENARIO.replace('id: srv-1', `id: '${hostile}'`))
    await expect(studio.editor.root.getByRole('heading')).toHaveText('hostile.yaml')
    await expect(studio.editor.problems.first()).toBeVisible()
    await studio.editor.monaco.getByText('srv-1').first().hover()
    await expect(studio.editor.hover.first()).toBeVisible()
    await studio.editor.moveCaretTo(18, 43)
    await page.keyboard.press('Control+Space')
    await expect(studio.editor.suggestions.filter({ hasText: 'example.invalid' })).toHaveCount(1)
    expect(askedElsewhere).toEqual([])
    expect(breaches).toEqual([])
  })
})

test.describe('the two editors', () => {
  test('loading the full one says nothing on the console', async ({ page }) => {
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(error.message))
    const studio = new StudioPage(page)
    await studio.open()
    await studio.editor.waitForMonaco()
    await studio.editor.moveCaretTo(2, 1)
    await page.keyboard.type('# x')
    await page.waitForTimeout(500)
    expect(messages).toEqual([])
  })

  test('a text area does where the full one cannot be loaded, until it can', async ({ page }) => {
    await page.route(/\/monaco-[^/]*\.js$/, (route) => route.abort())
    const studio = new StudioPage(page)
    await studio.open()
    await expect(studio.editor.root.getByText('could not be loaded')).toBeVisible()
    await expect(studio.editor.textArea).toHaveValue(/rqs_input:/)
    await studio.editor.textArea.fill(SCENARIO.replace('cpu_cores', 'cpu_cors'))
    await studio.editor.problem('10:29').getByRole('button').first().click()
    await expect(studio.editor.textArea).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(studio.editor.textArea).toHaveValue(/drawn again every minute/)
    await page.keyboard.press('ControlOrMeta+Y')
    await expect(studio.editor.textArea).toHaveValue(SCENARIO.replace('cpu_cores', 'cpu_cors'))
    await page.unroute(/\/monaco-[^/]*\.js$/)
    await page.getByRole('button', { name: 'Try again' }).click()
    await studio.editor.waitForMonaco()
    expect(await studio.savedText()).toBe(SCENARIO.replace('cpu_cores', 'cpu_cors'))
  })

  test('plain text is a choice that is kept, and the caret stays', async ({ page }) => {
    const studio = await openWith(page, SCENARIO)
    await studio.editor.moveCaretTo(2, 7)
    await page.getByRole('button', { name: 'Plain text' }).click()
    await studio.editor.textArea.focus()
    await page.keyboard.type('X')
    expect(await studio.savedText()).toBe(SCENARIO.replace('id: users', 'id: Xusers'))
    await expect(page.getByText('Draft saved')).toBeVisible()
    await page.reload()
    await expect(studio.editor.textArea).toBeVisible()
    await page.getByRole('button', { name: 'Plain text' }).click()
    await studio.editor.waitForMonaco()
  })

  test('a phone gets the text area', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
    const studio = new StudioPage(await context.newPage())
    await studio.open()
    await studio.page.getByRole('tab', { name: /Text/ }).click()
    await expect(studio.editor.textArea).toHaveValue(/rqs_input:/)
    await context.close()
  })

  test('Tab indents until Ctrl+M lets it leave', async ({ page }) => {
    const studio = await openWith(page, SCENARIO)
    await studio.editor.moveCaretTo(1, 1)
    await page.keyboard.press('Tab')
    await expect(studio.editor.input).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(studio.editor.root.getByText('Tab indents')).toBeVisible()
    await page.keyboard.press('Control+M')
    await expect(studio.editor.root.getByText('Tab leaves the editor')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(studio.editor.input).not.toBeFocused()
    expect(await studio.savedText()).toBe(SCENARIO)
  })
})

test('the caret selects on the canvas, and the canvas marks the text', async ({ page }) => {
  const studio = await openWith(page, SCENARIO)
  await studio.editor.moveCaretTo(10, 30)
  await expect(page.locator('.react-flow__node.selected')).toContainText('srv-1')
  await page.locator('.react-flow__node', { hasText: 'client-1' }).click()
  await expect(studio.editor.monaco.locator('[class*="_block_"]')).toHaveCount(1)
  await expect(studio.editor.input).not.toBeFocused()
})

test('Ctrl+Enter in the editor runs the scenario', async ({ page }) => {
  const studio = await openWith(page, SCENARIO)
  await studio.editor.input.focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/p95/).first()).toBeVisible()
  expect(await studio.savedText()).toBe(SCENARIO)
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { CanvasPane } from './canvasPane'
import { EditorPane } from './editorPane'
import { ResultsPane } from './resultsPane'

/** The page as a person sees it. */
export class StudioPage {
  readonly editor: EditorPane
  readonly canvas: CanvasPane
  readonly results: ResultsPane

  constructor(readonly page: Page) {
    this.editor = new EditorPane(page)
    this.canvas = new CanvasPane(page)
    this.results = new ResultsPane(page)
  }

  /** Opens the page, at an address of ours (`#…`) or a whole link if given, and waits until it is there to be used. */
  async open(address = './'): Promise<void> {
    await this.page.goto(address)
    // A dialog that the address opens has a header of its own, behind it.
    await this.page.getByRole('banner', { includeHidden: true }).first().waitFor()
  }

  async nameScenario(name: string): Promise<void> {
    const field = this.page.getByLabel('Scenario name')
    await field.fill(name)
    await field.press('Enter')
  }

  /** Opens an example, or another draft, of the gallery by its title. */
  async openExample(title: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Examples' }).click()
    await this.page.getByRole('dialog', { name: 'Examples' }).getByRole('button', { name: title }).click()
  }

  /** Opens a file through the file dialog. */
  async openFile(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Import' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })
  }

  /** The scenario's text, byte for byte, as the page saves it. */
  async savedText(): Promise<string> {
    const download = this.page.waitForEvent('download')
    await this.page.keyboard.press('ControlOrMeta+S')
    return readFile(await (await download).path(), 'utf8')
  }

  /** Replaces the whole text by typing into the plain text area. */
  async typeText(text: string): Promise<void> {
    const plainText = this.page.getByRole('button', { name: 'Plain text' })
    if ((await plainText.getAttribute('aria-pressed')) === 'false') await plainText.click()
    await this.editor.textArea.fill(text)
  }

  /** One step back, by the button. */
  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }
}

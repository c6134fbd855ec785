import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { EditorPane } from './editorPane'
import { ResultsPane } from './resultsPane'

/** The page as a person sees it. */
export class StudioPage {
  readonly editor: EditorPane
  readonly canvas: Locator
  readonly inspector: Locator
  readonly results: ResultsPane

  constructor(readonly page: Page) {
    this.editor = new EditorPane(page)
    this.canvas = page.getByRole('region', { name: 'Canvas' })
    this.inspector = page.locator('[aria-label="Inspector"]')
    this.results = new ResultsPane(page)
  }

  /** Opens the page, at an address of ours (`#…`) if given. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`)
  }

  /** Opens an example of the gallery by its title. */
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

  /** The text as it is now. */
  text(): Promise<string> {
    return this.savedText()
  }

  /** Switches to the plain text area, if it is not on show. */
  async textArea(): Promise<Locator> {
    const plainText = this.page.getByRole('button', { name: 'Plain text' })
    if ((await plainText.getAttribute('aria-pressed')) === 'false') await plainText.click()
    return this.editor.textArea
  }

  /** Replaces the whole text by typing. */
  async typeText(text: string): Promise<void> {
    await (await this.textArea()).fill(text)
  }

  /** One step back, by the button. */
  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo', exact: true }).click()
  }

  /** The card of a node on the canvas. */
  card(id: string): Locator {
    return this.canvas.locator(`.react-flow__node[data-id="${id}"]`)
  }

  /** The arrow of an edge on the canvas. */
  arrow(id: string): Locator {
    return this.canvas.locator(`.react-flow__edge[data-id="${id}"]`)
  }

  /** Selects a node by keyboard, so that its form opens. */
  async select(id: string): Promise<void> {
    await this.card(id).focus()
    await this.page.keyboard.press('Enter')
  }

  /** A field of the form. */
  field(name: string | RegExp): Locator {
    return this.inspector.getByLabel(name)
  }

  /** Connects the selected node with another by the list in its form. */
  async connectTo(id: string): Promise<void> {
    await this.inspector.getByLabel('Connect to').selectOption(id)
    await this.inspector.getByRole('button', { name: 'Connect', exact: true }).click()
  }
}

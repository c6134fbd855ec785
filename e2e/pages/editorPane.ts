import { expect, type Locator, type Page } from '@playwright/test'

/** The editor pane: Monaco or the text area, and the list of problems under it. */
export class EditorPane {
  readonly root: Locator
  /** Takes the keys, in either editor. */
  readonly input: Locator
  readonly monaco: Locator
  readonly textArea: Locator
  readonly suggestions: Locator
  readonly hover: Locator
  readonly problems: Locator

  constructor(private readonly page: Page) {
    this.root = page.getByRole('region', { name: 'Editor' })
    this.input = this.root.getByRole('textbox', { name: /^Scenario \(YAML\)/ })
    this.monaco = this.root.locator('.monaco-editor[role="code"]')
    this.textArea = this.root.locator('textarea[aria-label="Scenario (YAML)"]')
    this.suggestions = page.locator('.suggest-widget.visible .monaco-list-row')
    this.hover = page.locator('.monaco-hover:not(.hidden) .hover-row')
    this.problems = this.root.getByRole('region', { name: 'Problems' }).getByRole('listitem')
  }

  /** Waits until Monaco has taken the place of the text area. */
  async waitForMonaco(): Promise<void> {
    await expect(this.monaco.locator('.view-line').first()).toBeVisible()
  }

  /** Replaces the whole text as if it were pasted. */
  async replaceText(text: string): Promise<void> {
    await this.input.focus()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.insertText(text)
  }

  /** Puts the caret at a place as people count: both from 1. */
  async moveCaretTo(line: number, column: number): Promise<void> {
    await this.input.focus()
    await this.page.keyboard.press('ControlOrMeta+Home')
    for (let count = 1; count < line; count += 1) await this.page.keyboard.press('ArrowDown')
    for (let count = 1; count < column; count += 1) await this.page.keyboard.press('ArrowRight')
  }

  /** The text of the line of a problem's row: severity, place and message. */
  problem(place: string): Locator {
    return this.problems.filter({ has: this.page.getByText(place, { exact: true }) })
  }

  /** The words under which there is a squiggle of this severity, from top to bottom. */
  async underlined(severity: 'error' | 'warning'): Promise<readonly string[]> {
    return this.monaco.evaluate((editor, kind) => {
      const squiggles = [...editor.querySelectorAll(`.squiggly-${kind}`)].map((element) =>
        element.getBoundingClientRect(),
      )
      const wordUnder = (box: DOMRect): string => {
        let word = ''
        const walker = document.createTreeWalker(editor.querySelector('.view-lines') ?? editor, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          for (let offset = 0; offset < (node.nodeValue ?? '').length; offset += 1) {
            const range = document.createRange()
            range.setStart(node, offset)
            range.setEnd(node, offset + 1)
            const letter = range.getBoundingClientRect()
            const middle = (letter.left + letter.right) / 2
            const isUnder =
              middle > box.left && middle < box.right && letter.top < box.bottom && letter.bottom > box.top
            if (isUnder) word += (node.nodeValue ?? '')[offset]
          }
        }
        return word
      }
      return squiggles.sort((a, b) => a.top - b.top || a.left - b.left).map(wordUnder)
    }, severity)
  }
}

import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

/** Run control in the top bar and the results pane under the canvas. */
export class ResultsPane {
  readonly root: Locator
  readonly runButton: Locator
  readonly pauseButton: Locator
  readonly resumeButton: Locator
  readonly cancelButton: Locator
  readonly progress: Locator
  /** All cards. */
  readonly figures: Locator

  constructor(private readonly page: Page) {
    this.root = page.locator('[data-pane="dashboard"]')
    this.runButton = page.getByRole('button', { name: 'Run', exact: true })
    this.pauseButton = page.getByRole('button', { name: 'Pause', exact: true })
    this.resumeButton = page.getByRole('button', { name: 'Resume', exact: true })
    this.cancelButton = page.getByRole('button', { name: 'Cancel', exact: true })
    this.figures = this.root.locator('[data-figure]')
    this.progress = page.getByRole('progressbar', { name: 'Simulated time' })
  }

  /** Runs the scenario and waits for its results. */
  async runToEnd(): Promise<void> {
    await this.runButton.click()
    await this.expectState(/^Done/)
  }

  /** How fast simulated time passes. */
  async chooseSpeed(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Speed: / }).click()
    await this.page.getByRole('menuitemradio', { name }).click()
  }

  /** What screen readers are told about the run. */
  async expectState(state: RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: state })).toHaveCount(1, { timeout: 30_000 })
  }

  /** The card of a figure; its text reads like "p95 30.9 ms". */
  figure(label: string): Locator {
    return this.root.locator(`[data-figure="${label}"]`)
  }

  /** The card of a chart. */
  chart(title: string): Locator {
    return this.root.getByRole('region', { name: title, exact: true })
  }

  /** The drawn line or outline of a chart. */
  curves(title: string): Locator {
    return this.chart(title).locator('.recharts-curve')
  }

  /** The drawings of all charts over time: sliders to assistive technology. */
  get timeCharts(): Locator {
    return this.root.getByRole('slider')
  }

  /** Saves a chart through its own menu; gives the file's name and content. */
  async saveChart(
    title: string,
    format: 'PNG' | 'SVG' | 'CSV',
  ): Promise<{ readonly name: string; readonly content: Buffer }> {
    await this.chart(title)
      .getByRole('button', { name: /: save/ })
      .click()
    const downloading = this.page.waitForEvent('download')
    await this.chart(title).getByRole('menuitem', { name: format }).click()
    const download = await downloading
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
  }

  /** Saves through the Export menu; gives the file's name and text. */
  async exportFile(item: string): Promise<{ readonly name: string; readonly text: string }> {
    await this.page.getByRole('button', { name: 'Export' }).click()
    const downloading = this.page.waitForEvent('download')
    await this.page.getByRole('menuitem', { name: item }).click()
    const download = await downloading
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}

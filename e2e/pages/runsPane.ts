import { expect, type Locator, type Page } from '@playwright/test'

/** The list of kept runs and the comparison, in the place of the results. */
export class RunsPane {
  readonly root: Locator
  /** One row for each kept run, newest first. */
  readonly rows: Locator
  readonly compareButton: Locator
  /** The table of deltas. */
  readonly figures: Locator

  constructor(private readonly page: Page) {
    this.root = page.locator('[data-pane="dashboard"]')
    this.rows = this.root.locator('tr[data-run]')
    this.compareButton = this.root.getByRole('button', { name: /^Compare/ })
    this.figures = this.root.getByRole('region', { name: 'Figures of the runs' })
  }

  /** Opens the list and waits until it has this many runs. */
  async open(count: number): Promise<void> {
    await this.root.getByRole('button', { name: /^Runs/ }).click()
    await expect(this.rows).toHaveCount(count)
  }

  name(row: number): Locator {
    return this.rows.nth(row).getByRole('textbox')
  }

  action(row: number, name: RegExp): Locator {
    return this.rows.nth(row).getByRole('button', { name })
  }

  /** Puts these rows of the list side by side. */
  async compare(...rows: readonly number[]): Promise<void> {
    for (const row of rows) await this.rows.nth(row).getByRole('checkbox').check()
    await this.compareButton.click()
    await expect(this.root.getByRole('heading', { name: 'Comparison' })).toBeVisible()
  }

  async showAspect(name: 'Figures' | 'Charts' | 'Requests' | 'Scenario'): Promise<void> {
    await this.root.getByRole('tab', { name }).click()
  }

  /** The texts of a row of the table of deltas, run by run. */
  async figure(label: string): Promise<string[]> {
    const row = this.figures
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) })
    return row.first().getByRole('cell').allInnerTexts()
  }
}

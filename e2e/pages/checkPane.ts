import { expect, type Locator, type Page } from '@playwright/test'
import type { Fingerprint } from '../../src/validation/fingerprint'

/** The dialog in which the simulator is checked. */
export class CheckPane {
  readonly dialog: Locator
  /** How the check goes; what became of a copy is told beside its button. */
  readonly status: Locator

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Check this simulator' })
    this.status = this.dialog.getByRole('status').first()
  }

  async start(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Run/ }).click()
  }

  /** Rows of the reference runs and of the models, without their heads. */
  get referenceRows(): Locator {
    return this.dialog.getByRole('table', { name: 'Reference runs' }).locator('tbody tr')
  }

  get figureRows(): Locator {
    return this.dialog.getByRole('table', { name: 'Models of queueing theory' }).locator('tbody tr:has(td)')
  }

  /** What the details show once there are `count` fingerprints or more: `scenario seed` and its hashes. */
  async fingerprints(count: number): Promise<Map<string, Fingerprint & { readonly events: number }>> {
    const rows = this.dialog.getByRole('table', { name: 'Fingerprints', includeHidden: true }).locator('tbody tr')
    await expect(rows.nth(count - 1)).toBeAttached({ timeout: 120_000 })
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent)),
    )
    return new Map(
      cells.map(([scenario = '', seed = '', events = '', order = '', trace = '', series = '', outputs = '']) => [
        `${scenario} ${seed}`,
        { events: Number(events), order, trace, series, outputs },
      ]),
    )
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Looks for violations of accessibility; in the quick mode, which sees everything where no frames of other origins are. */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode()
}

import { expect, type Locator, type Page } from '@playwright/test'

/** The drawing, its tools, and the form of what is selected. */
export class CanvasPane {
  readonly region: Locator
  readonly inspector: Locator

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Canvas', exact: true })
    this.inspector = page.getByRole('complementary', { name: 'Inspector' })
  }

  /** The card of a node. */
  card(id: string): Locator {
    return this.region.locator(`.react-flow__node[data-id="${id}"]`)
  }

  /** The arrow of an edge. */
  arrow(id: string): Locator {
    return this.region.locator(`.react-flow__edge[data-id="${id}"]`)
  }

  /** Where arrows that leave a node begin. */
  exit(id: string): Locator {
    return this.card(id).locator('.source')
  }

  /** Where arrows that enter a node end; the last one, which at the client is for answers. */
  entry(id: string): Locator {
    return this.card(id).locator('.target').last()
  }

  /** A button of the toolbar. */
  tool(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  /** A field of the form by its label. */
  field(label: string | RegExp): Locator {
    return this.inspector.getByLabel(label)
  }

  /** A time in the form, by its name. */
  time(name: string): TimeField {
    return new TimeField(this.inspector.getByRole('group', { name, exact: true }), name)
  }

  async select(id: string): Promise<void> {
    await this.card(id).click()
    await expect(this.inspector).toBeVisible()
  }

  /** Connects the selected node by the list of the form. */
  async connectTo(id: string): Promise<void> {
    await this.field('Connect to').selectOption(id)
    await this.inspector.getByRole('button', { name: 'Connect', exact: true }).click()
  }

  /** Left top corner of a card on the screen [px]. */
  async placeOf(id: string): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.card(id).boundingBox()
    if (!box) throw new Error(`${id} is not on the canvas`)
    return { x: box.x, y: box.y }
  }
}

/** A time in the form: a number, or a law with its parameters and its picture. */
class TimeField {
  /** The number, while the time is always the same. */
  readonly value: Locator
  readonly law: Locator
  readonly plot: Locator

  constructor(
    readonly group: Locator,
    name: string,
  ) {
    this.value = group.getByLabel(`${name} [s]`)
    this.law = group.getByLabel('Law', { exact: true })
    this.plot = group.getByRole('img', { name: /^Density/ })
  }

  /** A parameter by its label. */
  field(label: string | RegExp): Locator {
    return this.group.getByLabel(label)
  }

  /** `mean`, `p50` or `p99`, as written under the picture. */
  figure(name: string): Locator {
    return this.group.locator(`[data-figure-of-law="${name}"]`)
  }

  /** A component of a mixture, counted from 1. */
  component(number: number): Locator {
    return this.group.getByRole('group', { name: `Component ${number}`, exact: true })
  }
}

// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { documentForTest } from '../../../tests/fixtures/document'
import { BASE } from '../../../tests/fixtures/scenarioTexts'
import type { Scenario } from '../../catalog/specs'
import type { ElementRef } from '../../scenario/element'
import { parseScenario } from '../../scenario/parse'
import { applyTextPatches } from '../../scenario/textPatches'
import type { StudioStores } from '../../store/contracts'
import { createScenarioStore } from '../../store/scenarioStore'
import { createWhatIfStore } from '../../store/whatIfStore'
import { StudioContext } from '../studio'
import { checked } from './checkedEdit'
import { InspectorContext, type InspectorModel } from './InspectorContext'
import { SelectionForm } from './SelectionForm'

const QUIET = BASE.slice(0, BASE.indexOf('events:'))

const scenarioStore = createScenarioStore({ document: documentForTest(QUIET), parse: parseScenario })
const never = new Promise<never>(() => {})
const nothingRuns = { size: 1, prepare: () => never, run: () => ({ cancel() {}, end: never }), release() {} }
/** All that the form asks of the stores. */
const stores = { whatIf: createWhatIfStore({ scenario: scenarioStore, pool: nothingRuns }) } as StudioStores

let text: string
let selection: ElementRef | undefined
let container: HTMLElement
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  container = document.body.appendChild(document.createElement('div'))
  root = createRoot(container)
})
afterEach(async () => {
  await act(async () => root.unmount())
  container.remove()
})

/** The form over a text of its own, which its edits change; that of the settings unless an element is selected. */
async function show(initial: string, selected?: ElementRef): Promise<void> {
  text = initial
  selection = selected
  await render()
}

async function render(): Promise<void> {
  const parsed = parseScenario(text)
  const edit: InspectorModel['tryEdit'] = (change) => {
    const result = checked(change)(text)
    if (result.ok) text = applyTextPatches(text, result.patches)
    return result
  }
  const scenario = parsed.scenario as Scenario
  const select: InspectorModel['select'] = (element) => {
    selection = element
  }
  const model: InspectorModel = { scenario, parsed, locked: false, tryEdit: edit, perform: edit, select }
  await act(async () =>
    root.render(
      <StudioContext value={stores}>
        <InspectorContext value={model}>
          <SelectionForm selection={selection} />
        </InspectorContext>
      </StudioContext>,
    ),
  )
}

/** The field that a screen reader calls so. */
function field(label: string): HTMLInputElement | HTMLSelectElement {
  const found = [...container.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].find(
    (control) => (control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent?.trim()) === label,
  )
  if (!found) throw new Error(`there is no field "${label}"`)
  return found
}

/** Writes into a field as a person does and leaves it by Enter. */
async function enter(label: string, value: string): Promise<void> {
  await type(label, value)
  await pressKey(label, { key: 'Enter' })
}

async function type(label: string, value: string): Promise<void> {
  const control = field(label)
  const prototype = control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype
  await act(async () => {
    // React looks at the property of the prototype to tell its own writes from those of a person.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  })
  await render()
}

async function pressKey(label: string, key: KeyboardEventInit): Promise<void> {
  await act(async () => field(label).dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true })))
  await render()
}

async function press(name: string): Promise<void> {
  const button = [...container.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  )
  if (!button) throw new Error(`there is no button "${name}"`)
  await act(async () => button.click())
  await render()
}

const scenarioNow = () => parseScenario(text).scenario

it('writes a warm-up as a number or as auto, and takes it out again', async () => {
  await show(QUIET)
  await enter('Warm-up [s]', '20')
  expect(text).toContain('warm_up_s: 20\n')
  await enter('Warm-up is', 'auto')
  expect(text).toContain('warm_up_s: auto\n')
  expect(() => field('Warm-up [s]')).toThrow()
  await enter('Warm-up is', 'a number')
  expect(text).toBe(QUIET)
})

it('refuses a warm-up that leaves nothing to measure, in the words of the rule', async () => {
  await show(QUIET)
  await enter('Warm-up [s]', '100')
  expect(text).toBe(QUIET)
  expect(container.textContent).toContain('A warm-up of 100 s leaves nothing to measure of a run of 100 s.')
})

it('takes a refusal back on Escape, and once the text is another', async () => {
  await show(QUIET)
  const refuse = () => enter('Warm-up [s]', '100')
  const isRefused = () => field('Warm-up [s]').hasAttribute('aria-invalid')
  await refuse()
  expect(isRefused()).toBe(true)
  await pressKey('Warm-up [s]', { key: 'Escape' })
  expect(isRefused()).toBe(false)

  await refuse()
  await enter('Simulated time [s]', '200')
  expect(isRefused()).toBe(false)
  await enter('Simulated time [s]', '100')
  expect(isRefused()).toBe(false)
})

it('writes what is being typed when the scenario is saved by keys', async () => {
  await show(`${QUIET}slos: [{ id: up, kind: availability, target: 0.9 }]\n`)
  await type('Warm-up [s]', '20')
  await pressKey('Warm-up [s]', { key: 's', ctrlKey: true })
  await type('Name', 'awake')
  await pressKey('Name', { key: 'S', metaKey: true })
  expect(scenarioNow()).toMatchObject({ sim_settings: { warm_up_s: 20 }, slos: [{ id: 'awake' }] })
})

it('adds objectives of both kinds, changes them and removes them', async () => {
  await show(QUIET)
  await press('Add latency objective')
  await press('Add availability objective')
  expect(scenarioNow()?.slos?.map(({ kind }) => kind)).toEqual(['latency', 'availability'])

  await enter('Name', 'checkout is fast')
  await enter('Threshold [s]', '0.25')
  await enter('Target [0…1]', '0.95')
  await enter('Endpoint', '/b')
  expect(scenarioNow()?.slos?.[0]).toEqual({
    id: 'checkout is fast',
    kind: 'latency',
    threshold_s: 0.25,
    target: 0.95,
    endpoint: '/b',
  })

  await press('Remove objective checkout is fast')
  await press('Remove objective availability')
  expect(scenarioNow()?.slos).toEqual([])
})

it('gives an objective a name that can be seen', async () => {
  await show(`${QUIET}slos: [{ id: up, kind: availability, target: 0.9 }]\n`)
  await enter('Name', '  ')
  expect(scenarioNow()?.slos?.[0]?.id).toBe('up')
  expect(container.textContent).toContain('An id cannot be empty.')
  await enter('Name', ' awake ')
  expect(scenarioNow()?.slos?.[0]?.id).toBe('awake')
})

it('stays with an event that gets another name', async () => {
  await show(BASE, { kind: 'event', id: 'slow' })
  await enter('Name', ' slower ')
  expect(scenarioNow()?.events?.map(({ event_id }) => event_id)).toEqual(['down', 'slower'])
  expect(field('Name').value).toBe('slower')
})

it('takes a share below 1 only as a target', async () => {
  await show(`${QUIET}slos: [{ id: up, kind: availability, target: 0.9 }]\n`)
  await enter('Target [0…1]', '1')
  expect(scenarioNow()?.slos?.[0]?.target).toBe(0.9)
  expect(container.textContent).toContain('Must be below 1.')
})

it('chooses the further gauges of a server', async () => {
  await show(QUIET)
  await act(async () => field('cpu utilization').click())
  expect(scenarioNow()?.sim_settings.enabled_sample_metrics).toContain('cpu_utilization')
})

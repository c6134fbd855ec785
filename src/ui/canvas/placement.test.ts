import { expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import type { Edit } from '../../scenario/edit'
import { scenarioEdits } from '../../scenario/edit'
import { parseScenario } from '../../scenario/parse'
import { applyTextPatches } from '../../scenario/textPatches'
import { continuePlacement, positionsOf, startPlacement } from './placement'

const text = ensureExists(
  examples.find(({ id }) => id === 'load-balancer'),
  'example',
).text
const scenarioOf = (source: string) => ensureExists(parseScenario(source).drawable, 'scenario')

function after(edit: Edit): string {
  if (!edit.ok) throw new Error(edit.reason)
  return applyTextPatches(text, edit.patches)
}

test('an added server finds a free spot; nobody else moves', () => {
  const start = startPlacement(scenarioOf(text), {}, 0)
  const next = continuePlacement(start, scenarioOf(after(scenarioEdits.addServer(text))), {})
  const { 'api-3': added, ...others } = positionsOf(next, {})
  expect(others).toEqual(positionsOf(start, {}))
  expect(added).toBeDefined()
})

test('a renamed node keeps its place', () => {
  const start = startPlacement(scenarioOf(text), {}, 0)
  const next = continuePlacement(start, scenarioOf(after(scenarioEdits.renameId(text, 'lb', 'front'))), {})
  expect(positionsOf(next, {}).front).toEqual(positionsOf(start, {}).lb)
})

test('a removed server that comes back stands where it stood, unless somebody else does by now', () => {
  const start = startPlacement(scenarioOf(text), {}, 0)
  const without = continuePlacement(start, scenarioOf(after(scenarioEdits.removeNode(text, 'api-1'))), {})
  expect(positionsOf(without, {})).not.toHaveProperty('api-1')
  const back = continuePlacement(without, scenarioOf(text), {})
  expect(positionsOf(back, {})).toEqual(positionsOf(start, {}))

  const spot = positionsOf(start, {})['api-1']!
  const taken = { ...without, automatic: { ...without.automatic, 'api-2': spot } }
  const beside = positionsOf(continuePlacement(taken, scenarioOf(text), {}), {})
  expect(beside['api-2']).toEqual(spot)
  expect(beside['api-1']).not.toEqual(spot)
})

test('undoing a move brings back the picture from before, even where nothing was pinned', () => {
  const start = startPlacement(scenarioOf(text), {}, 0)
  const before = positionsOf(start, {})
  expect(positionsOf(start, { ...before, lb: { x: 1, y: 1 } }).lb).toEqual({ x: 1, y: 1 })
  expect(positionsOf(start, {})).toEqual(before)
})

test('a dropped server stands where it was dropped', () => {
  const start = startPlacement(scenarioOf(text), {}, 0)
  const wished = { 'api-3': { x: 10, y: 500 } }
  const next = continuePlacement(start, scenarioOf(after(scenarioEdits.addServer(text))), wished)
  expect(positionsOf(next, {})['api-3']).toEqual({ x: 10, y: 500 })
})

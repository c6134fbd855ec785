import { describe, expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { type Edit, scenarioEdits } from '../../scenario/edit'
import { applyTextPatches } from '../../scenario/textPatches'
import { checked, sequence } from './checkedEdit'

const text = ensureExists(
  examples.find(({ id }) => id === 'load-balancer'),
  'example',
).text
const ram = ['topology_graph', 'nodes', 'servers', 0, 'endpoints', 0, 'steps', 0, 'step_operation', 'necessary_ram']

function after(edit: Edit): string {
  if (!edit.ok) throw new Error(edit.reason)
  return applyTextPatches(text, edit.patches)
}

describe('a checked edit', () => {
  test('is refused in the words of the rule that it would break', () => {
    const edit = checked((source) => scenarioEdits.setValue(source, ram, 9000))(text)
    expect(edit).toMatchObject({ ok: false, reason: expect.stringContaining('2048') })
  })

  test('passes when it breaks nothing', () => {
    const edit = checked((source) => scenarioEdits.setValue(source, ram, 100))(text)
    expect(after(edit)).toBe(text.replace('necessary_ram: 64 }', 'necessary_ram: 100 }'))
  })

  test('passes when the only errors were there before', () => {
    const faulty = text.replace('target: api-2,', 'target: nobody,')
    const edit = checked((source) => scenarioEdits.setValue(source, ram, 100))(faulty)
    expect(edit.ok).toBe(true)
  })
})

describe('a sequence of edits', () => {
  test('changes only the words that they are about', () => {
    const edit = sequence('two at once', [
      (source) => scenarioEdits.setValue(source, ram, 100),
      (source) => scenarioEdits.setValue(source, [...ram.slice(0, 7), 1, 'step_operation', 'cpu_time'], 0.5),
    ])(text)
    expect(edit).toMatchObject({ ok: true, label: 'two at once' })
    expect(edit.ok && edit.patches.map((patch) => patch.text)).toEqual(['100', '5'])
    expect(after(edit)).toBe(
      text.replace('necessary_ram: 64 }', 'necessary_ram: 100 }').replace('cpu_time: 0.030', 'cpu_time: 0.5'),
    )
  })

  test('changes nothing when one of them is refused', () => {
    const edit = sequence('half', [
      (source) => scenarioEdits.setValue(source, ram, 100),
      () => ({ ok: false, reason: 'No.' }),
    ])(text)
    expect(edit).toEqual({ ok: false, reason: 'No.' })
  })
})

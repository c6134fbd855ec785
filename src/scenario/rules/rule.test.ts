import { describe, expect, test } from 'vitest'
import { BASE, changed } from '../../../tests/fixtures/scenarioTexts'
import { ensureExists } from '../../base/assert'
import { parseScenario } from '../parse'

/** What the fixes of the only problem of a text write, if it has any. */
function writtenByFixes(text: string): string[] | undefined {
  const { diagnostics } = parseScenario(text)
  expect(diagnostics).toHaveLength(1)
  return ensureExists(diagnostics[0], 'problem').fixes?.flatMap(({ patches }) => patches.map((patch) => patch.text))
}

describe('a fix of a value', () => {
  test.each([
    ['plain', 'out-1', 'out-1-2'],
    ['single quotes', "'out-1'", "'out-1-2'"],
    ['double quotes', '"out-1"', '"out-1-2"'],
  ])('is written in %s as the value was', (_style, written, expected) => {
    expect(writtenByFixes(changed(BASE, ['id: out-2', `id: ${written}`]))).toEqual([expected])
  })

  test('is not offered where the text is shared: it would change another place, too', () => {
    const shared = changed(BASE, ['id: out-1', 'id: &name out-1'], ['id: out-2', 'id: *name'])
    expect(writtenByFixes(shared)).toBeUndefined()
  })
})

test('a problem without a fix has no list of them', () => {
  const [problem] = parseScenario(changed(BASE, ['event_id: slow', "event_id: ' '"])).diagnostics
  expect(problem).toMatchObject({ code: 'blank-id' })
  expect(problem).not.toHaveProperty('fixes')
})

import { describe, expect, test } from 'vitest'
import { BASE } from '../../../tests/fixtures/scenarioTexts'
import { type Edit, scenarioEdits } from '../edit'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'
import { readYaml } from '../yaml/read'
import { toData } from '../yaml/tree'

const text = `sim_settings:
  enabled_sample_metrics: [ ready_queue_len, ram_in_use ]  # two of four
topology_graph:
  nodes:
    client: { id: c }
    servers:
      - id: s
        server_resources: {}
        endpoints:
          # reads
          - endpoint_name: /a
            steps: []
          # writes
          - endpoint_name: /b
            steps: []
  edges: []
`
const path = ['sim_settings', 'enabled_sample_metrics']

function edited(source: string, edit: Edit): string {
  if (!edit.ok) throw new Error(edit.reason)
  return applyTextPatches(source, edit.patches)
}

describe('a list of words', () => {
  test('loses and gains words; those that stay and the comment are not touched', () => {
    const changed = edited(text, scenarioEdits.setWords(text, path, ['ram_in_use', 'event_loop_io_sleep']))
    expect(changed).toContain('  enabled_sample_metrics: [ ram_in_use, event_loop_io_sleep ]  # two of four\n')
    expect(changed.length - text.length).toBe('event_loop_io_sleep'.length - 'ready_queue_len'.length)
  })

  test('is written where it was left out', () => {
    const bare = text.replace(/ {2}enabled_sample.*\n/, '  total_simulation_time: 60\n')
    const changed = edited(bare, scenarioEdits.setWords(bare, path, ['ram_in_use']))
    expect(changed).toMatch(/\n {2}enabled_sample_metrics: \[\s*ram_in_use\s*\]\n/)
  })
})

test('an endpoint moves with the comment above it', () => {
  const changed = edited(text, scenarioEdits.moveEndpoint(text, 's', 1, 0))
  expect(changed.indexOf('/b')).toBeLessThan(changed.indexOf('/a'))
  expect(changed).toMatch(/# writes\n +- endpoint_name: \/b/)
})

describe('several items that go at once', () => {
  const words = ['a', 'b', 'c', 'd', 'e']
  const block = words.map((word) => `    # about ${word}\n    - ${word}\n`).join('')
  const flow = `[${words.join(', ')}]`
  const texts = [`top:\n  list:\n${block}  next: 1\n`, `top:\n  list:\n${block}`, `top: { list: ${flow}, next: 1 }\n`]
  /** Every choice of the five. */
  const choices = Array.from({ length: 32 }, (_, bits) => words.filter((_, i) => (bits >> i) & 1))

  test.each(texts)('leave the others as they were: %j', (source) => {
    for (const kept of choices) {
      const changed = edited(source, scenarioEdits.setWords(source, ['top', 'list'], kept))
      expect(toData(readYaml(changed).root!)).toMatchObject({ top: { list: kept } })
      for (const word of words)
        expect(changed.includes(`# about ${word}`)).toBe(source.includes('#') && kept.includes(word))
      expect(changed.includes('next: 1')).toBe(source.includes('next: 1'))
    }
  })

  test('come again in the order in which they are named', () => {
    for (const source of texts) {
      const without = edited(source, scenarioEdits.setWords(source, ['top', 'list'], ['b']))
      const changed = edited(without, scenarioEdits.setWords(without, ['top', 'list'], words))
      expect(toData(readYaml(changed).root!)).toMatchObject({ top: { list: ['b', 'a', 'c', 'd', 'e'] } })
    }
  })
})

test('a node goes with all its edges, their events and the comments above them, and nothing else does', () => {
  const edges = BASE.split('\n').filter((line) => / id: (?:lb|out)-/.test(line))
  const commented = edges.reduce((result, line) => result.replace(line, `    #${line.slice(4, 16)}\n${line}`), BASE)
  const changed = edited(commented, scenarioEdits.removeNode(commented, 'lb'))
  // Its edges lead to both servers, and a spike happens to one of them; the outage of a server stays.
  expect(changed).not.toMatch(/lb/)
  expect(changed.match(/#- \{ id: out-/g)).toHaveLength(2)
  expect(changed).toContain('event_id: down')
  expect(parseScenario(changed).drawable?.topology_graph.edges.map(({ id }) => id)).toEqual(['in', 'out-1', 'out-2'])
})

describe('comments about something else', () => {
  test('stay above the key that follows the first one of an item', () => {
    const source = 'a:\n  - x: 1 # about x\n    # about y\n    y: 2\n'
    expect(edited(source, scenarioEdits.removeAt(source, ['a', 0, 'x']))).toBe('a:\n  -\n    # about y\n    y: 2\n')
    const plain = 'a:\n  - x: 1\n    y: 2\n'
    expect(edited(plain, scenarioEdits.removeAt(plain, ['a', 0, 'x']))).toBe('a:\n  - y: 2\n')
  })

  test('stay below a key whose last item goes, if they are set apart', () => {
    const apart = 'a:\n  # what this is\n\n  # about x\n  - x\nb: 1\n'
    expect(edited(apart, scenarioEdits.removeAt(apart, ['a', 0]))).toBe('a: []\n  # what this is\nb: 1\n')
    const close = 'a:\n  # about x\n  - x\nb: 1\n'
    expect(edited(close, scenarioEdits.removeAt(close, ['a', 0]))).toBe('a: []\nb: 1\n')
  })

  test('are not thrown away for a value: then the editor is the place', () => {
    for (const source of ['a: # keep me\n  ~\nb: 1\n', 'a: [\n  # keep me\n]\n']) {
      const edit = source.includes('~')
        ? scenarioEdits.setValue(source, ['a', 'seed'], 1)
        : scenarioEdits.addItem(source, ['a'], 1)
      expect(edit).toMatchObject({ ok: false })
    }
  })
})

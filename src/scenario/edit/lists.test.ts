import { describe, expect, test } from 'vitest'
import { type Edit, scenarioEdits } from '../edit'
import { applyTextPatches } from '../textPatches'

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

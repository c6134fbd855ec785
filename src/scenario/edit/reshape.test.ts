import { describe, expect, test } from 'vitest'
import { BASE, changed } from '../../../tests/fixtures/scenarioTexts'
import { scenarioEdits } from '../edit'
import { applyTextPatches } from '../textPatches'
import type { Plain } from './render'

const FLOW = '{ mean: 0.003, distribution: exponential }'
const path = ['topology_graph', 'edges', 0, 'latency']
const withEdge = (latency: string) =>
  changed(BASE, [
    `    - { id: in, source: users, target: client, latency: ${FLOW} }\n`,
    `    - id: in\n      latency:${latency}\n      source: users # who\n      target: client\n`,
  ])

function set(text: string, value: Plain): string {
  const edit = scenarioEdits.setValue(text, path, value)
  if (!edit.ok) throw new Error(edit.reason)
  return applyTextPatches(text, edit.patches)
}

describe('a value that takes the place of another', () => {
  test.each<[string, string, Plain, string]>([
    [
      'a number by a law',
      ' 0.1 # slow',
      { distribution: 'gamma', mean: 1, cv: 2 },
      ' { distribution: gamma, mean: 1, cv: 2 } # slow',
    ],
    ['a law in brackets by a number', ` ${FLOW} # usual`, 0.5, ' 0.5 # usual'],
    ['a law on lines of its own by a number', '\n        mean: 1\n        distribution: poisson', 0.5, ' 0.5'],
    [
      'a law by another: what both have stays, with its comment',
      '\n        mean: 1 # measured\n        distribution: poisson',
      { distribution: 'gamma', mean: 1, cv: 2 },
      '\n        mean: 1 # measured\n        distribution: gamma\n        cv: 2',
    ],
    [
      'a law by another that shares no parameter',
      ' { distribution: gamma, mean: 1, cv: 2 }',
      { distribution: 'gamma', shape: 4, scale: 3 },
      ' { distribution: gamma, shape: 4, scale: 3 }',
    ],
    [
      'a list inside a law',
      ' { distribution: empirical, samples: [1, 2] }',
      { distribution: 'empirical', samples: [1, 3, 5] },
      ' { distribution: empirical, samples: [1, 3, 5] }',
    ],
    [
      'a list on lines of its own',
      '\n        distribution: empirical\n        samples:\n          - 1\n          - 2',
      { distribution: 'empirical', samples: [3, 5] },
      '\n        distribution: empirical\n        samples: [3, 5]',
    ],
  ])('%s', (_, before, value, after) => {
    expect(set(withEdge(before), value)).toBe(withEdge(after))
  })

  test('is refused where it stands behind an alias', () => {
    const text = changed(
      BASE,
      [
        'id: to-lb, source: client, target: lb, latency: { mean: 0.003, distribution: exponential }',
        'id: to-lb, source: client, target: lb, latency: &usual { mean: 1, distribution: exponential }',
      ],
      [
        'id: lb-1, source: lb, target: srv-1, latency: { mean: 0.003, distribution: exponential }',
        'id: lb-1, source: lb, target: srv-1, latency: *usual',
      ],
    )
    const edit = scenarioEdits.setValue(text, ['topology_graph', 'edges', 2, 'latency'], {
      distribution: 'gamma',
      mean: 1,
      cv: 2,
    })
    expect(edit).toMatchObject({ ok: false, reason: expect.stringContaining('alias') })
  })
})

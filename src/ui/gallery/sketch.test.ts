import { describe, expect, it } from 'vitest'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import { sketchScenario } from './sketch'

const sketchOf = (id: string) => {
  const example = ensureExists(
    examples.find((candidate) => candidate.id === id),
    id,
  )
  return sketchScenario(ensureExists(parseScenario(example.text).scenario, id))
}

describe('the sketch of a scenario', () => {
  it('puts nodes in columns by their distance from the workload', () => {
    const { nodes, columns, rows } = sketchOf('load-balancer')
    expect(nodes.map(({ kind, x }) => [kind, x])).toEqual([
      ['workload', 0],
      ['client', 1],
      ['load-balancer', 2],
      ['server', 3],
      ['server', 3],
    ])
    expect([columns, rows]).toEqual([4, 2])
  })

  it('never puts two nodes on one place, and draws every edge, in all examples', () => {
    for (const { id, text } of examples) {
      const scenario = ensureExists(parseScenario(text).scenario, id)
      const { nodes, edges } = sketchScenario(scenario)
      expect(new Set(nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(nodes.length)
      expect(edges).toHaveLength(scenario.topology_graph.edges.length)
    }
  })
})

import { expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import type { ElementRef } from '../../scenario/element'
import { parseScenario } from '../../scenario/parse'
import { deletionOf } from './deletion'

const outage = ensureExists(
  examples.find(({ id }) => id === 'outage'),
  'example',
)
const scenario = ensureExists(parseScenario(outage.text).scenario, 'scenario')
const event = ensureExists(scenario.events?.[0], 'event')

test('a server goes with its edges and its outages', () => {
  const deletion = deletionOf({ kind: 'server', id: event.target_id }, scenario)
  const edges = scenario.topology_graph.edges.filter(
    ({ source, target }) => source === event.target_id || target === event.target_id,
  )
  expect(deletion?.along).toEqual([...edges.map(({ id }) => `edge ${id}`), `event ${event.event_id}`])
})

test('an edge that no event happens to takes nothing along', () => {
  const edge = ensureExists(scenario.topology_graph.edges[0], 'edge')
  expect(deletionOf({ kind: 'edge', id: edge.id }, scenario)?.along).toEqual([])
})

test.each<ElementRef>([{ kind: 'workload' }, { kind: 'client' }, { kind: 'settings' }])(
  'a scenario never loses its $kind',
  (element) => {
    expect(deletionOf(element, scenario)).toBeUndefined()
  },
)

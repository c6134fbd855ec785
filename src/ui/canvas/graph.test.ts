import { describe, expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import { graphOf } from './graph'

function graphOfExample(id: string, change: (text: string) => string = (text) => text) {
  const text = ensureExists(
    examples.find((example) => example.id === id),
    id,
  ).text
  return graphOf(ensureExists(parseScenario(change(text)).drawable, 'scenario'))
}

describe('the picture of a scenario', () => {
  test('says of every node what it is, what it has and how it is wired', () => {
    expect(graphOfExample('load-balancer').nodes.map(({ label }) => label)).toEqual([
      'Workload users, 120 users, each 20 req/min, 1 edge',
      'Client client, gets the answers, 4 edges',
      'Load balancer lb, round robin, 3 edges',
      'Server api-1, 1 core · 2048 MB, 1 endpoint, 2 edges',
      'Server api-2, 1 core · 2048 MB, 1 endpoint, 2 edges',
    ])
  })

  test('tells requests from answers', () => {
    const roles = graphOfExample('load-balancer').links.map(({ id, role }) => `${id} ${role}`)
    expect(roles).toEqual([
      'users-client request',
      'client-lb request',
      'lb-api-1 request',
      'lb-api-2 request',
      'api-1-client answer',
      'api-2-client answer',
    ])
  })

  test('names latency and loss of an edge; a lossless one has no loss beside it', () => {
    const lossless = graphOfExample('minimal').links[0]
    expect(lossless?.lines).toEqual(['3 ms'])
    expect(lossless?.label).toBe('Edge users-client from users to client, 3 ms mean, nothing lost')
    const lossy = graphOfExample('minimal', (text) => text.replace('dropout_rate: 0 ', 'dropout_rate: 0.005 ')).links[0]
    expect(lossy?.lines).toEqual(['3 ms', '0.5 % lost'])
  })

  test('draws of two components with one id only the first', () => {
    const { nodes, links } = graphOfExample('load-balancer', (text) =>
      text.replace('- id: api-2', '- id: api-1').replace('id: lb-api-2', 'id: lb-api-1'),
    )
    expect(nodes.filter(({ id }) => id === 'api-1')).toHaveLength(1)
    expect(links.filter(({ id }) => id === 'lb-api-1')).toHaveLength(1)
  })
})

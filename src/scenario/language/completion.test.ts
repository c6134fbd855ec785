import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { lawSpecs } from '../../catalog/random-variables/laws'
import { stepSpecs } from '../../catalog/steps'
import { type Completion, completionsAt } from './completion'

const STEP_KINDS = stepSpecs.flatMap(({ properties }) => properties.kind.enum)

const LAWS = lawSpecs.map(({ properties }) => properties.distribution.enum[0])

const SCENARIO = `rqs_input:
  id: users
  avg_active_users: { mean: 100 }
  avg_request_per_minute_per_user: { mean: 20 }
topology_graph:
  nodes:
    client: { id: client-1 }
    load_balancer:
      id: lb-1
      server_covered: [srv-1, srv-2]
    servers:
      - id: srv-1
        server_resources: { cpu_cores: 1 }
        endpoints: []
      - id: srv-2
        server_resources: {}
        endpoints: []
  edges:
    - { id: users-client, source: users, target: client-1, latency: { mean: 0.003 } }
`

/** Completions where the text has its mark `‸`. */
function completeAt(marked: string): readonly Completion[] {
  const offset = marked.indexOf('‸')
  return completionsAt(marked.replace('‸', ''), offset)
}

function labelsAt(marked: string): string[] {
  return completeAt(marked).map(({ label }) => label)
}

/** The text after the completion called `label` was accepted with its placeholders as they stand. */
function accept(marked: string, label: string): string {
  const text = marked.replace('‸', '')
  const completion = completeAt(marked).find((candidate) => candidate.label === label)
  if (completion === undefined) throw new Error(`no completion "${label}" among ${labelsAt(marked).join(', ')}`)
  const lineStart = text.lastIndexOf('\n', completion.range.start - 1) + 1
  const indent = /^ */.exec(text.slice(lineStart, completion.range.start))?.[0] ?? ''
  return text.slice(0, completion.range.start) + fillIn(completion.snippet, indent) + text.slice(completion.range.end)
}

/** What an editor makes of a snippet: default texts, first choices, further lines indented as the present one. */
function fillIn(snippet: string, indent: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/\\([\\$},|])/g, '$1')
    .replaceAll('\n', `\n${indent}`)
}

describe('keys', () => {
  it('offers the keys of the scenario in an empty text', () => {
    expect(labelsAt('‸')).toEqual(['rqs_input', 'topology_graph', 'sim_settings', 'events', 'slos'])
  })

  it('offers only what is not there yet, wherever it stands', () => {
    expect(labelsAt(`${SCENARIO}‸`)).toEqual(['sim_settings', 'events', 'slos'])
    expect(labelsAt('sim_settings:\n  ‸\n  seed: 1\n  sample_period_s: 0.01\n')).toEqual([
      'total_simulation_time',
      'warm_up_s',
      'enabled_sample_metrics',
      'enabled_event_metrics',
    ])
  })

  it('puts required keys first', () => {
    expect(labelsAt('rqs_input:\n  ‸\n').slice(0, 3)).toEqual([
      'id',
      'avg_active_users',
      'avg_request_per_minute_per_user',
    ])
  })

  it('says unit and default', () => {
    const [key] = completeAt('topology_graph:\n  nodes:\n    servers:\n      - server_resources: { ram‸ }\n').filter(
      ({ label }) => label === 'ram_mb',
    )
    expect(key?.detail).toBe('MB, default 1024')
  })

  it.each([
    [
      'a half-typed word',
      'topology_graph:\n  nodes:\n    servers:\n      - id: a\n        server_re‸\n        endpoints: []\n',
    ],
    [
      'a blank line within an item',
      'topology_graph:\n  nodes:\n    servers:\n      - id: a\n        ‸\n        endpoints: []\n',
    ],
    [
      'a blank line at the end of an item',
      'topology_graph:\n  nodes:\n    servers:\n      - id: a\n        endpoints: []\n        ‸',
    ],
    [
      'the first line of an item',
      'topology_graph:\n  nodes:\n    servers:\n      - ‸\n        id: a\n        endpoints: []\n',
    ],
  ])('knows the item around %s', (_where, marked) => {
    expect(labelsAt(marked)).toContain('server_resources')
    expect(labelsAt(marked)).not.toContain('endpoints')
  })

  it('offers the keys of a flow map, closed or not', () => {
    expect(labelsAt('topology_graph:\n  edges:\n    - { id: a, source: b, ‸ }\n')).toEqual([
      'target',
      'latency',
      'edge_type',
      'dropout_rate',
    ])
    expect(labelsAt('topology_graph:\n  edges:\n    - { id: a, lat‸\n    - { id: b }\n')).toContain('latency')
  })

  it('offers only the operation that belongs to the kind of a step', () => {
    const step = (kind: string) =>
      `topology_graph:\n  nodes:\n    servers:\n      - endpoints:\n          - steps:\n              - kind: ${kind}\n                step_operation: { ‸ }\n`
    expect(labelsAt(step('ram'))).toEqual(['necessary_ram'])
    expect(labelsAt(step('io_db'))).toEqual(['io_waiting_time'])
  })

  it('replaces a key that has its colon without adding another', () => {
    expect(accept('sim_settings:\n  se‸: 5\n', 'seed')).toBe('sim_settings:\n  seed: 5\n')
  })

  it('says nothing in a comment, nor where the indentation fits nothing', () => {
    expect(labelsAt('rqs_input: # ‸\n')).toEqual([])
    expect(labelsAt('rqs_input:\n  id: a\n ‸\n')).toEqual([])
  })
})

describe('values', () => {
  it('offers the laws that the field admits, and no others', () => {
    expect(labelsAt('rqs_input:\n  avg_active_users: { distribution: ‸ }\n')).toEqual(['poisson', 'normal'])
    expect(labelsAt('topology_graph:\n  edges:\n    - latency: { distribution: ‸ }\n')).toEqual(LAWS)
  })

  it('offers the sources and targets that an edge may have', () => {
    expect(labelsAt(`${SCENARIO}    - { id: x, source: ‸ }`)).toEqual(['users', 'client-1', 'lb-1', 'srv-1', 'srv-2'])
    expect(labelsAt(`${SCENARIO}    - { id: x, source: lb-1, target: ‸`)).toEqual(['client-1', 'srv-1', 'srv-2'])
    expect(labelsAt(`${SCENARIO}    - id: x\n      source: srv‸`)).toEqual([
      'users',
      'client-1',
      'lb-1',
      'srv-1',
      'srv-2',
    ])
  })

  it('offers the servers that are not covered yet', () => {
    expect(labelsAt(SCENARIO.replace('[srv-1, srv-2]', '[srv-1, ‸]'))).toEqual(['srv-2'])
    expect(labelsAt(SCENARIO.replace('[srv-1, srv-2]', '\n        - srv-2\n        - ‸'))).toEqual(['srv-1'])
  })

  it('offers servers and edges as the target of an event, by what the event is', () => {
    const event = (start: string) => `${SCENARIO}events:\n  - event_id: e\n    target_id: ‸\n    start: { ${start} }\n`
    expect(labelsAt(event(''))).toEqual(['srv-1', 'srv-2', 'users-client'])
    expect(labelsAt(event('kind: server_down'))).toEqual(['srv-1', 'srv-2'])
    expect(labelsAt(event('kind: network_spike_start'))).toEqual(['users-client'])
  })

  it('offers the end that belongs to the start of an event', () => {
    expect(labelsAt('events:\n  - start: { kind: server_down }\n    end: { kind: ‸ }\n')).toEqual(['server_up'])
  })

  it('offers every step kind, also in place of another', () => {
    const kinds = labelsAt(
      'topology_graph:\n  nodes:\n    servers:\n      - endpoints:\n          - steps:\n              - kind: ram‸\n',
    )
    expect(kinds).toContain('io_llm')
    expect(kinds).toContain('ram')
    expect(kinds).toEqual(STEP_KINDS)
  })

  it('puts the blank that a colon needs', () => {
    expect(accept('sim_settings:\n  seed: 1\nrqs_input:\n  type:‸\n', 'generator')).toContain('type: generator')
  })

  it('writes an id so that it stays one text', () => {
    const marked = SCENARIO.replace('id: lb-1', "id: 'x: $1}, #1'").concat('    - { id: x, source: ‸ }\n')
    const text = accept(marked, 'x: $1}, #1')
    expect(parse(text).topology_graph.edges[1].source).toBe('x: $1}, #1')
  })
})

describe('random variables', () => {
  const edge = (latency: string) => `topology_graph:\n  edges:\n    - latency: ${latency}\n`
  const step = (amount: string) =>
    `topology_graph:\n  nodes:\n    servers:\n      - endpoints:\n          - steps:\n              - kind: io_db\n                step_operation: { io_waiting_time: ${amount} }\n`
  const latencyOf = (text: string) => parse(text).topology_graph.edges[0].latency

  it('a time is a number or any law', () => {
    expect(labelsAt(edge('‸'))).toEqual(['a number', ...LAWS])
    expect(labelsAt(step('‸'))).toEqual(['a number', ...LAWS])
    expect(latencyOf(accept(edge('‸'), 'a number'))).toBe(0.01)
  })

  it.each(LAWS)('%s comes with parameters that make a valid law', (law) => {
    const latency = latencyOf(accept(edge('‸'), law))
    expect(latency.distribution).toBe(law)
    expect(problemsOf(changed(BASE, ['{ mean: 0.003, distribution: exponential }', JSON.stringify(latency)]))).toEqual(
      law === 'poisson' ? [expect.stringContaining('warning poisson-latency')] : [],
    )
    expect(latencyOf(accept(edge('{ ‸ }'), `distribution: ${law}`))).toEqual(latency)
    expect(latencyOf(accept(edge('\n        ‸'), `distribution: ${law}`))).toEqual(latency)
  })

  it('a map that says no law yet is offered those that know its keys, with what they lack', () => {
    const labels = labelsAt(edge('{ alpha: 3, ‸ }'))
    expect(labels.filter((label) => label.startsWith('distribution: '))).toEqual(['distribution: pareto'])
    expect(latencyOf(accept(edge('{ mean: 5, ‸ }'), 'distribution: gamma'))).toEqual({
      mean: 5,
      distribution: 'gamma',
      cv: 0.5,
    })
  })

  it('of the chosen law only what is not said yet, in any spelling', () => {
    expect(labelsAt(edge('{ distribution: gamma, ‸ }'))).toEqual([
      'mean',
      'cv',
      'shape',
      'scale',
      'shift',
      'min',
      'max',
    ])
    expect(labelsAt(edge('{ distribution: gamma, scale: 1, ‸ }'))).toEqual(['shape', 'shift', 'min', 'max'])
    expect(labelsAt(edge('{ distribution: log_normal, p50: 1, ‸ }'))).toEqual([
      'p90',
      'p95',
      'p99',
      'shift',
      'min',
      'max',
    ])
    expect(labelsAt(edge('{ distribution: log_normal, p50: 1, p90: 2, ‸ }'))).toEqual(['shift', 'min', 'max'])
  })

  it('the components of a mixture are laws with a weight', () => {
    const marked = edge('{ distribution: mixture, components: [‸] }')
    expect(labelsAt(marked)).not.toContain('mixture')
    expect(latencyOf(accept(marked, 'exponential')).components).toEqual([
      { weight: 0.5, distribution: 'exponential', mean: 0.02 },
    ])
    expect(labelsAt(edge('{ distribution: mixture, components: [{ distribution: gamma, cv: 1, ‸ }] }'))).toEqual([
      'weight',
      'mean',
      'shift',
      'min',
      'max',
    ])
  })

  it('a new edge has an exponential latency, a new step a plain number', () => {
    expect(parse(accept(`${SCENARIO}    ‸`, 'new edge')).topology_graph.edges[1].latency).toEqual({
      mean: 0.003,
      distribution: 'exponential',
    })
  })
})

describe('whole items', () => {
  it.each([
    ['a server on a blank line', SCENARIO.replace('  edges:', '      ‸\n  edges:'), 'new server'],
    ['a server behind its dash', SCENARIO.replace('  edges:', '      - ‸\n  edges:'), 'new server'],
    ['an edge', `${SCENARIO}    ‸`, 'new edge'],
    ['an edge behind its dash', `${SCENARIO}    - ‸`, 'new edge'],
    ['the settings', `${SCENARIO}‸`, 'sim_settings'],
    ['an outage', `${SCENARIO}events:\n  ‸`, 'new server outage'],
    ['a spike behind its dash', `${SCENARIO}events:\n  - ‸`, 'new network spike'],
    ['an endpoint', SCENARIO.replace('endpoints: []', 'endpoints:\n          ‸'), 'new endpoint'],
    ['an endpoint on the line of its list', SCENARIO.replace('endpoints: []', 'endpoints: ‸'), 'new endpoints'],
  ])('%s can be read back as YAML', (_what, marked, label) => {
    const text = accept(marked, label)
    expect(() => parse(text)).not.toThrow()
    expect(parse(text)).not.toEqual(parse(marked.replace('‸', '')))
  })

  it('a step of each kind comes with its operation', () => {
    const marked = SCENARIO.replace(
      'endpoints: []',
      'endpoints:\n          - endpoint_name: /\n            steps:\n              ‸',
    )
    expect(labelsAt(marked)).toEqual(STEP_KINDS.map((kind) => `kind: ${kind}`))
    const steps = parse(accept(marked, 'kind: io_db')).topology_graph.nodes.servers[0].endpoints[0].steps
    expect(steps).toEqual([{ kind: 'io_db', step_operation: { io_waiting_time: 0.01 } }])
  })

  it('a new server and a new edge get ids that nobody has', () => {
    const server = parse(accept(SCENARIO.replace('  edges:', '      ‸\n  edges:'), 'new server'))
    expect(server.topology_graph.nodes.servers[2].id).toBe('srv-3')
    expect(parse(accept(`${SCENARIO}    ‸`, 'new edge')).topology_graph.edges[1].id).toBe('edge-1')
  })

  it('a scenario can be made of nothing but completions', () => {
    const topology = accept(`${accept('‸', 'rqs_input')}\n‸`, 'topology_graph')
    const scenario = parse(accept(`${topology}\n‸`, 'sim_settings'))
    expect(scenario.topology_graph.nodes.client).toEqual({ id: 'client-1' })
    expect(scenario.topology_graph.edges).toHaveLength(1)
    expect(scenario.sim_settings.total_simulation_time).toBe(3600)
  })
})

describe('any text', () => {
  const text = readFileSync(new URL('../../examples/minimal.yaml', import.meta.url), 'utf8')

  it('is answered at every offset, with ranges that hold it', () => {
    for (let offset = 0; offset <= text.length; offset += 1) {
      for (const { range } of completionsAt(text, offset)) {
        expect(range.start).toBeLessThanOrEqual(offset)
        expect(range.end).toBeGreaterThanOrEqual(offset)
      }
    }
  })

  it('is answered with a piece cut out anywhere', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(80), (start, length) => {
        completionsAt(text.slice(0, start) + text.slice(start + length), start)
      }),
      { numRuns: 500 },
    )
  })
})

describe('objectives', () => {
  it('come as one item of each kind', () => {
    expect(labelsAt(`${SCENARIO}slos:\n  ‸\n`)).toEqual(['kind: latency', 'kind: availability'])
    expect(parse(accept(`${SCENARIO}slos:\n  ‸\n`, 'kind: latency')).slos).toEqual([
      { kind: 'latency', id: 'slo-1', threshold_s: expect.any(Number), target: expect.any(Number) },
    ])
    const second = accept(`${SCENARIO}slos:\n  - { id: slo-1, kind: latency }\n  ‸\n`, 'kind: availability')
    expect(parse(second).slos[1].id).toBe('slo-2')
  })

  it('can be written by nothing but completions', () => {
    const text = ['kind: latency', 'kind: availability'].reduce(
      (before, label) => `${accept(`${before}  ‸`, label)}\n`,
      `${BASE}slos:\n`,
    )
    expect(problemsOf(text)).toEqual([])
  })

  it('name the endpoints of all servers, each once', () => {
    const text = BASE.replace('endpoint_name: /b', 'endpoint_name: /search')
    expect(labelsAt(`${text}slos:\n  - { id: a, kind: latency, endpoint: ‸ }\n`)).toEqual(['/a', '/search'])
  })

  it('of availability have no threshold', () => {
    expect(labelsAt('slos:\n  - { id: a, kind: availability, ‸ }\n')).toEqual(['target', 'window_s'])
  })
})

it('a number that may be a word offers the word', () => {
  expect(labelsAt('sim_settings:\n  warm_up_s: ‸\n')).toEqual(['auto', '0'])
})

describe('where keys stand elsewhere than they should', () => {
  it.each([
    ['   rqs‸', 'rqs_input'],
    ['sim_settings:\n     seed: 1\n   ev‸', 'events'],
    ['topology_graph:\n  nodes:\n        client: { id: a }\n      ed‸', 'edges'],
    ['sim_settings:\n     total_simulation_time: 1\n    sl‸', 'slos'],
  ])('they are offered, and what is below them follows where they are: %j', (text, wanted) => {
    expect(labelsAt(text)).toContain(wanted)
    const above = text.split('\n').length
    const column = /^ */.exec(text.split('\n').at(-1)!)![0].length
    for (const label of labelsAt(text)) {
      const below = accept(text, label).split('\n').slice(above)
      expect(below.length).toBeGreaterThan(0)
      for (const line of below) expect(/^ */.exec(line)![0].length).toBeGreaterThan(column)
    }
  })

  it('what is below a key follows where the key really is', () => {
    expect(accept('   sim_set‸', 'sim_settings').split('\n')[1]).toMatch(/^ {5}\w/)
  })
})

describe('directly behind a dash', () => {
  it('a space comes first', () => {
    expect(accept(changed(SCENARIO, ['[srv-1, srv-2]', '\n        -‸']), 'srv-1')).toContain('\n        - srv-1\n')
    const item = accept(`${SCENARIO}events:\n  -‸`, 'new server outage')
    expect(parse(item).events[0]).toHaveProperty('event_id')
    const key = accept(`${SCENARIO}events:\n  -‸`, 'start')
    expect(key).toContain('\n  - start: {')
    expect(() => parse(key)).not.toThrow()
  })
})

describe('names in quotes', () => {
  it('are offered as they are meant, and written so that they mean that', () => {
    for (const [written, meant] of [
      ["'it''s'", "it's"],
      ['"say \\"x\\""', 'say "x"'],
      ['"caf\\u00e9"', 'café'],
    ] as const) {
      const text = changed(SCENARIO, ['id: srv-1', `id: ${written}`], ['[srv-1, srv-2]', '[‸]'])
      expect(labelsAt(text)).toContain(meant)
      expect(parse(accept(text, meant)).topology_graph.nodes.load_balancer.server_covered).toEqual([meant])
    }
  })

  it('are read in JSON without spaces', () => {
    const json = '{"topology_graph":{"nodes":{"servers":[{"id":"a"}],"load_balancer":{"server_covered":[‸]}}}}'
    expect(labelsAt(json)).toContain('a')
    expect(accept('{"rqs_input":{"id":"users",‸}}', 'type')).toContain('"users",type: ')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asyncflowFiles, asyncflowText, BASE, changed } from '../../tests/fixtures/scenarioTexts'
import type { StepKind } from '../catalog/specs'
import { type Edit, scenarioEdits as edits } from './edit'
import { parseScenario } from './parse'
import { applyTextPatches } from './textPatches'
import { readYaml } from './yaml/read'
import { toData } from './yaml/tree'

const SERVER_1 = ['topology_graph', 'nodes', 'servers', 0] as const

function applied(text: string, edit: Edit): string {
  if (!edit.ok) throw new Error(edit.reason)
  return applyTextPatches(text, edit.patches)
}

function reasonOf(edit: Edit): string {
  if (edit.ok) throw new Error(`was not refused: ${edit.label}`)
  return edit.reason
}

/** The lines that differ, `-` before and `+` after, as an edit script of fewest lines. */
function difference(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const same = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      same[i]![j] = a[i] === b[j] ? same[i + 1]![j + 1]! + 1 : Math.max(same[i + 1]![j]!, same[i]![j + 1]!)
  const script: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1
      j += 1
    } else if (i < a.length && (j === b.length || same[i + 1]![j]! >= same[i]![j + 1]!)) script.push(`-${a[i++]}`)
    else script.push(`+${b[j++]}`)
  }
  return script
}

describe('setting a value', () => {
  const lb = asyncflowText('event_inj_lb.yml')

  it('changes one scalar and nothing else', () => {
    const after = applied(
      lb,
      edits.setValue(lb, [...SERVER_1, 'endpoints', 0, 'steps', 0, 'step_operation', 'cpu_time'], 0.5),
    )
    expect(difference(lb, after)).toEqual([
      '-                step_operation: { cpu_time: 0.002 }         # 2 ms CPU',
      '+                step_operation: { cpu_time: 0.5 }         # 2 ms CPU',
    ])
  })

  it('makes one small patch, so that carets elsewhere stay where they are', () => {
    const edit = edits.setValue(lb, ['rqs_input', 'avg_active_users', 'mean'], 125)
    expect(edit).toMatchObject({ ok: true, patches: [{ text: '5' }] })
  })

  it.each([
    ['plain', 'client', 'client-9', 'client-9'],
    ['single quotes', "'client'", "it's", "'it''s'"],
    ['double quotes', '"client"', 'say "hi"', '"say \\"hi\\""'],
    ['plain, where the new text needs quotes', 'client', 'a: b', "'a: b'"],
    ['plain, where the new text would be read as something else', 'client', 'yes', "'yes'"],
    ['plain, where the new text looks like a number', 'client', '1e3', "'1e3'"],
  ])('keeps the quotes: %s', (_, before, value, after) => {
    const text = changed(BASE, ['client: { id: client }', `client: { id: ${before} }`])
    const result = applied(text, edits.setValue(text, ['topology_graph', 'nodes', 'client', 'id'], value))
    expect(result).toBe(changed(BASE, ['client: { id: client }', `client: { id: ${after} }`]))
  })

  it.each([
    [0.0000001, '0.0000001'],
    [1.5e-7, '0.00000015'],
    [1e21, '1000000000000000000000'],
    [-2.5, '-2.5'],
    [0, '0'],
  ])('writes %d in digits that both versions of YAML read', (value, digits) => {
    const result = applied(BASE, edits.setValue(BASE, ['rqs_input', 'avg_active_users', 'mean'], value))
    expect(result).toBe(changed(BASE, ['mean: 60', `mean: ${digits}`]))
  })

  it('adds a key that is absent: in a flow map, in a block map, and with its parents', () => {
    const flow = applied(BASE, edits.setValue(BASE, [...SERVER_1, 'server_resources', 'db_connection_pool'], 4))
    expect(flow).toBe(changed(BASE, ['ram_mb: 1024 }', 'ram_mb: 1024, db_connection_pool: 4 }']))
    const block = applied(BASE, edits.setValue(BASE, ['sim_settings', 'seed'], 7))
    expect(block).toBe(changed(BASE, ['time: 100\n', 'time: 100\n  seed: 7\n']))
    const step = [...SERVER_1, 'endpoints', 0, 'steps', 1]
    const nested = applied(BASE, edits.setValue(BASE, [...step, 'llm_cost', 'per_call'], 0.5))
    expect(nested).toBe(
      changed(BASE, ['cpu_time: 0.002 }\n', 'cpu_time: 0.002 }\n                llm_cost: { per_call: 0.5 }\n']),
    )
  })

  it.each([
    ['{}', 'sim_settings: {}', 'sim_settings: { seed: 7 }'],
    ['nothing', 'sim_settings:', 'sim_settings: { seed: 7 }'],
    ['nothing but a comment', 'sim_settings: # later', 'sim_settings: { seed: 7 } # later'],
    ['null', 'sim_settings: ~ # later', 'sim_settings: { seed: 7 } # later'],
  ])('fills a section that holds %s', (_, before, after) => {
    const text = changed(BASE, ['sim_settings:\n  total_simulation_time: 100', before])
    expect(applied(text, edits.setValue(text, ['sim_settings', 'seed'], 7))).toBe(
      changed(BASE, ['sim_settings:\n  total_simulation_time: 100', after]),
    )
  })

  it('adds to the last line of a text that ends without a line break', () => {
    const text = 'a: 1\nsim_settings:\n  total_simulation_time: 100 # end'
    expect(applied(text, edits.setValue(text, ['sim_settings', 'seed'], 7))).toBe(`${text}\n  seed: 7`)
  })

  it('uses the line breaks of the text', () => {
    const text = BASE.replaceAll('\n', '\r\n')
    const after = applied(text, edits.setValue(text, ['sim_settings', 'seed'], 7))
    expect(after).toBe(changed(BASE, ['time: 100\n', 'time: 100\n  seed: 7\n']).replaceAll('\n', '\r\n'))
  })

  it('does nothing when the value is there already', () => {
    expect(edits.setValue(BASE, ['rqs_input', 'avg_active_users', 'mean'], 60)).toMatchObject({ ok: true, patches: [] })
  })

  it('refuses a value that is shared through an alias, a place that is not there, and a broken text', () => {
    const shared = changed(
      BASE,
      ['{ cpu_cores: 1, ram_mb: 1024 }', '&r { cpu_cores: 3, ram_mb: 1024 }'],
      ['{ cpu_cores: 1, ram_mb: 1024 }', '*r'],
    )
    const path = ['topology_graph', 'nodes', 'servers', 1, 'server_resources', 'cpu_cores']
    expect(reasonOf(edits.setValue(shared, path, 2))).toMatch(/alias/)
    expect(reasonOf(edits.setValue(shared, [...SERVER_1, 'server_resources', 'cpu_cores'], 2))).toMatch(/editor/)
    expect(reasonOf(edits.setValue(BASE, ['topology_graph', 'edges', 99, 'id'], 'x'))).toMatch(/no such place/)
    expect(reasonOf(edits.setValue('a: [', ['a'], 1))).toMatch(/not valid YAML/)
  })
})

describe('removing', () => {
  it('a key of a flow map takes its comma with it, wherever it stands', () => {
    const at = ['topology_graph', 'edges', 0]
    const text = changed(BASE, [
      'distribution: exponential } }',
      'distribution: exponential }, dropout_rate: 0, edge_type: network_connection }',
    ])
    expect(applied(text, edits.removeAt(text, [...at, 'dropout_rate']))).toContain('exponential }, edge_type: network')
    expect(applied(text, edits.removeAt(text, [...at, 'edge_type']))).toContain('exponential }, dropout_rate: 0 }')
  })

  it('the only key of a flow map leaves {}', () => {
    const text = changed(BASE, ['{ cpu_cores: 1, ram_mb: 1024 }', '{ cpu_cores: 1 }'])
    expect(applied(text, edits.removeAt(text, [...SERVER_1, 'server_resources', 'cpu_cores']))).toMatch(
      /server_resources: \{\s*\}/,
    )
  })

  it('an item takes the comments directly above it along, and leaves all others', () => {
    const text = asyncflowText('event_inj_single_server.yml')
    const after = applied(text, edits.removeAt(text, [...SERVER_1, 'endpoints', 0, 'steps', 1]))
    expect(difference(text, after)).toEqual([
      '-              # Hold 100 MB while processing',
      '-              - kind: ram',
      '-                step_operation: { necessary_ram: 100 }',
    ])
  })

  it('the only item of a block list leaves []', () => {
    const text = asyncflowText('event_inj_single_server.yml')
    expect(applied(text, edits.removeAt(text, ['events', 0]))).toContain('\nevents: []\n')
  })

  it('the first key behind a dash gives its place to the next', () => {
    const text = changed(BASE, ['- kind: ram\n', '- note: x\n                kind: ram\n'])
    expect(applied(text, edits.removeAt(text, [...SERVER_1, 'endpoints', 0, 'steps', 0, 'note']))).toBe(BASE)
  })

  it('a key that the scenario needs is refused', () => {
    expect(reasonOf(edits.removeAt(BASE, ['rqs_input', 'avg_active_users', 'mean']))).toMatch(/mean/)
    expect(reasonOf(edits.removeAt(BASE, ['topology_graph', 'edges']))).toMatch(/edges/)
  })
})

describe('adding components', () => {
  it('a server takes the next number and the indentation of the others', () => {
    const minimal = asyncflowText('minimal.yml')
    const edit = edits.addServer(minimal)
    expect(edit).toMatchObject({ ok: true, id: 'srv-2' })
    expect(difference(minimal, applied(minimal, edit))).toEqual([
      '+      - id: srv-2',
      '+        server_resources: { cpu_cores: 1, ram_mb: 1024 }',
      '+        endpoints:',
      '+          - endpoint_name: /endpoint-1',
      '+            steps:',
      '+              - kind: initial_parsing',
      '+                step_operation: { cpu_time: 0.002 }',
      '+              - kind: io_wait',
      '+                step_operation: { io_waiting_time: 0.01 }',
    ])
  })

  it('a server keeps the blank lines between its neighbours', () => {
    const text = asyncflowText('event_inj_lb.yml')
    expect(applied(text, edits.addServer(text))).toContain('{ io_waiting_time: 0.012 }\n\n      - id: srv-3\n')
  })

  it.each(['[]', '', '# none yet', '[] # none yet'])('a first server goes where "servers: %s" stood', (written) => {
    const text = `topology_graph:\n  nodes:\n    client: { id: c }\n    servers: ${written}\n  edges: []\n`
    const after = applied(text, edits.addServer(text))
    expect(after).toMatch(/servers: *(# none yet)?\n {6}- id: server-1\n {8}server_resources/)
    expect(after.includes('# none yet')).toBe(written.includes('#'))
  })

  it('an edge is written like the last one, with its latency, and covers the server behind a load balancer', () => {
    const text = asyncflowText('event_inj_lb.yml')
    const withServer = applied(text, edits.addServer(text))
    const edit = edits.addEdge(withServer, 'lb-1', 'srv-3')
    expect(edit).toMatchObject({ ok: true, id: 'lb-1-srv-3' })
    expect(difference(withServer, applied(withServer, edit))).toEqual([
      '-      server_covered: [srv-1, srv-2]',
      '+      server_covered: [srv-1, srv-2, srv-3]',
      '+    - { id: lb-1-srv-3, source: lb-1, target: srv-3, latency: { mean: 0.003, distribution: exponential } }',
    ])
  })

  it('a server that is added and connected both ways leaves a scenario that runs', () => {
    let text = asyncflowText('event_inj_lb.yml')
    text = applied(text, edits.addServer(text))
    expect(parseScenario(text).diagnostics.map(({ code }) => code)).toEqual(['unreachable'])
    text = applied(text, edits.addEdge(text, 'srv-3', 'client-1'))
    text = applied(text, edits.addEdge(text, 'lb-1', 'srv-3'))
    expect(parseScenario(text).diagnostics).toEqual([])
  })

  it.each([
    ['client', 'client', /itself/],
    ['client', 'srv-2', /already sends to "lb"/],
    ['srv-1', 'srv-2', /already sends to "client"/],
    ['users', 'lb', /already sends to "client"/],
    ['srv-1', 'users', /only sends requests/],
    ['lb', 'srv-2', /already an edge/],
    ['lb', 'nobody', /no component called "nobody"/],
  ])('an edge from %s to %s is refused', (source, target, reason) => {
    expect(reasonOf(edits.addEdge(BASE, source, target))).toMatch(reason)
  })

  it('an edge that closes a circle is refused', () => {
    const text = changed(BASE, [
      '    - { id: out-1, source: srv-1, target: client, latency: { mean: 0.003, distribution: exponential } }\n',
      '',
    ])
    expect(reasonOf(edits.addEdge(text, 'srv-1', 'lb'))).toMatch(/circles/)
    expect(edits.addEdge(text, 'srv-1', 'srv-2').ok).toBe(true)
  })

  it('a load balancer is added once', () => {
    const minimal = asyncflowText('minimal.yml')
    const after = applied(minimal, edits.addLoadBalancer(minimal))
    expect(after).toContain(
      '\n    load_balancer:\n      id: lb-1\n      algorithms: round_robin\n      server_covered: []\n',
    )
    expect(reasonOf(edits.addLoadBalancer(after))).toMatch(/already/)
  })

  it.each<StepKind>([
    'initial_parsing',
    'cpu_bound_operation',
    'ram',
    'io_wait',
    'io_cache',
    'io_db',
    'io_llm',
    'io_task_spawn',
  ])('a %s step is valid as it is added', (kind) => {
    expect(parseScenario(applied(BASE, edits.addStep(BASE, 'srv-1', 0, kind))).diagnostics).toEqual([])
  })

  it('an endpoint has a name of its own', () => {
    const text = applied(BASE, edits.addEndpoint(BASE, 'srv-1'))
    expect(text).toContain('          - endpoint_name: /endpoint-2\n            steps:\n')
    expect(parseScenario(text).diagnostics).toEqual([])
  })

  it('events lie within the run and do not overlap those that are there', () => {
    const text = applied(BASE, edits.addEvent(BASE, 'srv-1'))
    expect(text).toContain(
      'event_id: srv-1-outage\n    target_id: srv-1\n    start: { kind: server_down, t_start: 40 }',
    )
    const again = applied(text, edits.addEvent(text, 'srv-1'))
    expect(again).toContain('start: { kind: server_down, t_start: 60 }\n    end: { kind: server_up, t_end: 80 }')
    const spike = applied(again, edits.addEvent(again, 'in'))
    expect(parseScenario(spike).diagnostics).toEqual([])
    expect(reasonOf(edits.addEvent(BASE, 'client'))).toMatch(/servers and to edges/)
  })
})

describe('the name of an endpoint', () => {
  const OBJECTIVE = `slos:\n  - { id: fast, kind: latency, threshold_s: 0.3, target: 0.9, endpoint: /A } # the main one\n`

  it('is changed in the objectives about it, too', () => {
    const text = applied(BASE + OBJECTIVE, edits.renameEndpoint(BASE + OBJECTIVE, 'srv-1', 0, '/search'))
    expect(difference(BASE + OBJECTIVE, text)).toEqual([
      '-          - endpoint_name: /a',
      '+          - endpoint_name: /search',
      '-  - { id: fast, kind: latency, threshold_s: 0.3, target: 0.9, endpoint: /A } # the main one',
      '+  - { id: fast, kind: latency, threshold_s: 0.3, target: 0.9, endpoint: /search } # the main one',
    ])
  })

  it('stays there while another server has an endpoint of the old name', () => {
    const before = changed(BASE, ['endpoint_name: /b', 'endpoint_name: /a']) + OBJECTIVE
    const text = applied(before, edits.renameEndpoint(before, 'srv-1', 0, '/search'))
    expect(text).toContain('endpoint: /A }')
    expect(parseScenario(text).diagnostics).toEqual([])
  })

  it('is that of an endpoint that is there', () => {
    expect(reasonOf(edits.renameEndpoint(BASE, 'srv-1', 3, '/x'))).toBe('Server "srv-1" has no endpoint 4.')
  })
})

it('objectives get names of their own and leave a scenario that runs', () => {
  const kinds = ['latency', 'latency', 'availability'] as const
  const text = kinds.reduce((before, kind) => applied(before, edits.addObjective(before, kind)), BASE)
  const { scenario, diagnostics } = parseScenario(text)
  expect(diagnostics).toEqual([])
  expect(scenario?.slos?.map(({ id }) => id)).toEqual(['latency', 'latency-2', 'availability'])
  expect(text.startsWith(BASE)).toBe(true)
})

describe('steps', () => {
  it('that go leave the comments on both sides, also in a list on few lines', () => {
    const text = 'steps: [ a, # first\n  b, # second\n  c ]\n'
    expect(applied(text, edits.removeAt(text, ['steps', 0]))).toBe('steps: [  # first\n  b, # second\n  c ]\n')
    expect(applied(text, edits.removeAt(text, ['steps', 1]))).toBe('steps: [ a, # first\n   # second\n  c ]\n')
  })

  it('move with the comments that stand above and beside them', () => {
    const text = asyncflowText('event_inj_single_server.yml')
    const after = applied(text, edits.moveStep(text, 'srv-1', 0, 2, 0))
    const steps = text.slice(text.indexOf('              # CPU'), text.indexOf('\n  edges:'))
    const [cpu = '', ram = '', io = ''] = steps.split(/(?= {14}#)/)
    expect(after).toBe(text.replace(steps, io.trimEnd().concat('\n', cpu, ram.trimEnd(), '\n')))
  })

  it('do not move to where there is no place', () => {
    expect(reasonOf(edits.moveStep(BASE, 'srv-1', 0, 0, 2))).toMatch(/no such place/)
  })
})

describe('removing components', () => {
  it('a server goes with its edges, its events and its place behind the load balancer', () => {
    const after = applied(BASE, edits.removeNode(BASE, 'srv-1'))
    expect(after).not.toMatch(/srv-1|lb-1|down\b/)
    expect(parseScenario(after).diagnostics).toEqual([])
    expect(difference(BASE, after).filter((line) => line.startsWith('+'))).toEqual(['+      server_covered: [srv-2]'])
  })

  it('an edge of the load balancer goes with its events and uncovers its server', () => {
    const after = applied(BASE, edits.removeEdge(BASE, 'lb-2'))
    expect(after).not.toMatch(/lb-2|slow/)
    expect(after).toContain('server_covered: [srv-1]\n')
    expect(parseScenario(after).diagnostics.map(({ severity }) => severity)).not.toContain('error')
  })

  it('client and workload always stay', () => {
    expect(reasonOf(edits.removeNode(BASE, 'client'))).toMatch(/client/)
    expect(reasonOf(edits.removeNode(BASE, 'users'))).toMatch(/workload/)
  })
})

describe('renaming', () => {
  it.each([
    ['users', 2],
    ['client', 5],
    ['lb', 4],
    ['srv-1', 5],
    ['lb-2', 2],
    ['slow', 1],
  ])('%s changes all %d places and nothing else', (from, places) => {
    const edit = edits.renameId(BASE, from, 'renamed')
    expect(edit).toMatchObject({ ok: true, id: 'renamed' })
    const after = applied(BASE, edit)
    expect(after.split('renamed').length - 1).toBe(places)
    expect(parseScenario(after).diagnostics).toEqual([])
    expect(applied(after, edits.renameId(after, 'renamed', from))).toBe(BASE)
  })

  it('refuses an id that is taken or empty', () => {
    expect(reasonOf(edits.renameId(BASE, 'srv-1', 'lb-2'))).toMatch(/taken/)
    expect(reasonOf(edits.renameId(BASE, 'srv-1', ' '))).toMatch(/empty/)
  })

  it('of what nothing refers to changes its own place only, whatever else is called so', () => {
    const path = ['events', 1, 'event_id']
    const after = applied(BASE, edits.renameAt(BASE, path, 'srv-1'))
    expect(difference(BASE, after)).toEqual(['-  - event_id: slow', '+  - event_id: srv-1'])
    expect(edits.renameAt(BASE, path, 'calm')).toMatchObject({ ok: true, label: 'Rename slow to calm', id: 'calm' })
    expect(reasonOf(edits.renameAt(BASE, path, ' '))).toMatch(/empty/)
  })

  it('quotes what needs quotes', () => {
    const after = applied(BASE, edits.renameId(BASE, 'srv-1', 'a: {b}'))
    expect(parseScenario(after).scenario?.topology_graph.nodes.servers[0]?.id).toBe('a: {b}')
  })
})

describe('any sequence of edits', () => {
  const flowOnly = `# all on few lines
rqs_input: { id: u, avg_active_users: { mean: 5 }, avg_request_per_minute_per_user: { mean: 20 } } # who
topology_graph:
  nodes: { client: { id: c }, servers: [ { id: s, server_resources: {}, endpoints: [ { endpoint_name: /x,
      steps: [ { kind: io_wait, step_operation: { io_waiting_time: 0.1 } } ] } ] } ] }
  edges: [ { id: a, source: u, target: c, latency: { mean: 0.1, distribution: exponential } }, # first
    { id: b, source: c, target: s, latency: { mean: 0.1, distribution: exponential } },
    { id: d, source: s, target: c, latency: { mean: 0.1, distribution: exponential } } ]
sim_settings: {}`
  const bases = [...asyncflowFiles.map(asyncflowText), BASE, BASE.replaceAll('\n', '\r\n'), flowOnly, BASE.trimEnd()]

  const any = fc.nat(1000)
  const step = fc.record({
    kind: fc.constantFrom(
      'value',
      'pool',
      'seed',
      'window',
      'server',
      'balancer',
      'edge',
      'endpoint',
      'step',
      'move',
      'event',
      'removeNode',
      'removeEdge',
      'rename',
      'dropout',
      'removeStep',
    ),
    a: any,
    b: any,
    name: fc.constantFrom('x', 'new-1', 'a b', "it's", 'yes', '7', '#', '{', 'ü'),
  })

  /** One edit of the present text, its pieces chosen by numbers. */
  function edited(text: string, { kind, a, b, name }: typeof step extends fc.Arbitrary<infer T> ? T : never): Edit {
    const data = toData(readYaml(text).root!) as {
      rqs_input: { id: string }
      topology_graph: {
        nodes: { client: { id: string }; load_balancer?: { id: string }; servers: { id: string }[] }
        edges: { id: string }[]
      }
    }
    const { nodes, edges } = data.topology_graph
    const servers = nodes.servers.map(({ id }) => id)
    const nodeIds = [
      data.rqs_input.id,
      nodes.client.id,
      ...(nodes.load_balancer ? [nodes.load_balancer.id] : []),
      ...servers,
    ]
    const pick = (list: readonly string[], at: number) => list[at % Math.max(1, list.length)] ?? 'nobody'
    const server = pick(servers, a)
    const serverPath = ['topology_graph', 'nodes', 'servers', servers.indexOf(server)]
    switch (kind) {
      case 'value':
        return edits.setValue(text, ['rqs_input', 'avg_active_users', 'mean'], a / 8)
      case 'pool':
        return edits.setValue(text, [...serverPath, 'server_resources', 'db_connection_pool'], a + 1)
      case 'seed':
        return edits.setValue(text, ['sim_settings', 'seed'], a)
      case 'window':
        return edits.removeAt(text, ['rqs_input', 'user_sampling_window'])
      case 'dropout':
        return edits.setValue(
          text,
          ['topology_graph', 'edges', a % Math.max(1, edges.length), 'dropout_rate'],
          b / 1000,
        )
      case 'server':
        return edits.addServer(text)
      case 'balancer':
        return edits.addLoadBalancer(text)
      case 'edge':
        return edits.addEdge(text, pick(nodeIds, a), pick(nodeIds, b))
      case 'endpoint':
        return edits.addEndpoint(text, server)
      case 'step':
        return edits.addStep(text, server, 0, b % 2 === 0 ? 'ram' : 'io_llm')
      case 'move':
        return edits.moveStep(text, server, 0, a % 3, b % 3)
      case 'removeStep':
        return edits.removeAt(text, [...serverPath, 'endpoints', 0, 'steps', b % 3])
      case 'event':
        return edits.addEvent(text, pick([...servers, ...edges.map(({ id }) => id)], a))
      case 'removeNode':
        return edits.removeNode(text, pick(nodeIds, a))
      case 'removeEdge':
        return edits.removeEdge(
          text,
          pick(
            edges.map(({ id }) => id),
            a,
          ),
        )
      case 'rename':
        return edits.renameId(text, pick([...nodeIds, ...edges.map(({ id }) => id)], a), name)
    }
  }

  /** How many lines an edit may rewrite: the one that holds the value, or the end of the list that grows. */
  const mayRewrite: Readonly<Record<string, number>> = {
    ...{ value: 1, pool: 1, seed: 1, dropout: 1, window: 1 },
    ...{ server: 1, balancer: 1, endpoint: 1, step: 1, event: 1, edge: 2 },
  }

  it('leaves a readable text, rewrites no line without need, and makes no error where there was none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.array(step, { minLength: 1, maxLength: 5 }), (base, steps) => {
        let text = base
        for (const choice of steps) {
          const edit = edited(text, choice)
          if (!edit.ok) {
            expect(edit.reason).toMatch(/^[A-Z"“].*\.$|^\w.*\.$/)
            continue
          }
          const after = applyTextPatches(text, edit.patches)
          const rewritten = difference(text, after).filter((line) => line.startsWith('-'))
          expect(rewritten.length).toBeLessThanOrEqual(mayRewrite[choice.kind] ?? Number.POSITIVE_INFINITY)
          expect(readYaml(after).diagnostics).toEqual([])
          const { diagnostics } = parseScenario(after)
          // Removing what others need, and adding what is not connected yet, leave something to do; nothing else does.
          const allowed = /-not-connected$|^no-endpoints$|^ram-exceeds-server$|^unknown-event-target$|^covered-server/
          expect(diagnostics.filter(({ severity, code }) => severity === 'error' && !allowed.test(code))).toEqual([])
          text = after
        }
      }),
      { numRuns: 60, seed: 11 },
    )
  }, 60_000)

  it('adding and setting never lose a comment', () => {
    const additions = step.filter(({ kind }) => !kind.startsWith('remove') && kind !== 'window')
    fc.assert(
      fc.property(fc.constantFrom(...bases), fc.array(additions, { minLength: 1, maxLength: 4 }), (base, steps) => {
        const commentsOf = (text: string) =>
          (text.match(/(?:^|\s)#\s.*$/gm) ?? []).map((comment) => comment.trim()).sort()
        let text = base
        for (const choice of steps) {
          const edit = edited(text, choice)
          if (edit.ok) text = applyTextPatches(text, edit.patches)
        }
        expect(commentsOf(text)).toEqual(commentsOf(base))
      }),
      { numRuns: 60, seed: 12 },
    )
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { BASE, changed, problemsOf, withLlmCost } from '../../../tests/fixtures/scenarioTexts'
import type { QuickFix } from '../diagnostic'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'

type Replacement = readonly [from: string, to: string]
type Case = readonly [name: string, replacements: readonly Replacement[], problems: readonly string[]]

const EDGE_IN = '    - { id: in, source: users, target: client, latency: { mean: 0.003, distribution: exponential } }\n'
const EDGE_TO_LB =
  '    - { id: to-lb, source: client, target: lb, latency: { mean: 0.003, distribution: exponential } }\n'
const EDGE_LB_2 = '    - { id: lb-2, source: lb, target: srv-2, latency: { mean: 0.003, distribution: exponential } }\n'
const EDGE_OUT_1 =
  '    - { id: out-1, source: srv-1, target: client, latency: { mean: 0.003, distribution: exponential } }\n'
const edge = (id: string, source: string, target: string) =>
  `    - { id: ${id}, source: ${source}, target: ${target}, latency: { mean: 0.003, distribution: exponential } }\n`
const outage = (id: string, server: string, start: number, end: number) =>
  `  - event_id: ${id}\n    target_id: ${server}\n    start: { kind: server_down, t_start: ${start} }\n    end: { kind: server_up, t_end: ${end} }\n`
const addEvent = (text: string): Replacement => ['  - event_id: slow\n', `${text}  - event_id: slow\n`]

it('finds nothing wrong with the base of these tests', () => {
  expect(problemsOf(BASE)).toEqual([])
})

const identity: Case[] = [
  ['two edges of one name', [['id: out-2', 'id: out-1']], ['error duplicate-edge-id 34:13-34:18 «out-1»']],
  ['two events of one name', [['event_id: slow', 'event_id: down']], ['error duplicate-event-id 42:15-42:19 «down»']],
  [
    'three edges of one name',
    [
      ['id: lb-2', 'id: out-1'],
      ['id: out-2', 'id: out-1'],
      ['target_id: lb-2', 'target_id: in'],
    ],
    ['error duplicate-edge-id 33:13-33:18 «out-1»', 'error duplicate-edge-id 34:13-34:18 «out-1»'],
  ],
  ['an empty id of an event', [['event_id: slow', "event_id: ' '"]], ["warning blank-id 42:15-42:18 «' '»"]],
  ['an empty id of an edge', [['id: in', "id: ' '"]], ["warning blank-id 29:13-29:16 «' '»"]],
  [
    'an empty id of the workload',
    [
      ['id: users', "id: ' '"],
      ['source: users', "source: ' '"],
    ],
    ["warning blank-id 2:7-2:10 «' '»"],
  ],
  [
    'an empty id of a server',
    [
      ['id: srv-2', "id: ' '"],
      ['srv-1, srv-2', "srv-1, ' '"],
      ['target: srv-2', "target: ' '"],
      ['source: srv-2', "source: ' '"],
    ],
    ["warning blank-id 21:13-21:16 «' '»"],
  ],
]

it('says whose id is empty', () => {
  const messageOf = (...replacements: readonly Replacement[]) =>
    parseScenario(changed(BASE, ...replacements)).diagnostics.find(({ code }) => code === 'blank-id')?.message
  expect(messageOf(['event_id: slow', "event_id: ''"])).toBe('The id of event 2 is empty.')
  expect(messageOf(['id: in,', "id: '',"])).toBe('The id of edge 1 is empty.')
})

const wiring: Case[] = [
  [
    'an edge to itself',
    [['source: srv-1, target: client', 'source: srv-1, target: srv-1']],
    ['error edge-to-itself 33:43-33:48 «srv-1»'],
  ],
  [
    'an edge to nowhere',
    [['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: cliemt']],
    ['error unknown-target 33:43-33:49 «cliemt»'],
  ],
  [
    'an edge to the workload',
    [['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: users']],
    ['error unknown-target 33:43-33:48 «users»'],
  ],
  [
    'an edge from nowhere',
    [[EDGE_IN, edge('in', 'users', 'client') + edge('odd', 'user', 'client')]],
    ['error unknown-source 30:26-30:30 «user»'],
  ],
  [
    'a second edge of the workload',
    [[EDGE_TO_LB, edge('in-2', 'users', 'lb') + EDGE_TO_LB]],
    ['error several-workload-edges 30:27-30:32 «users»'],
  ],
  [
    'a second edge of a server',
    [[EDGE_OUT_1, EDGE_OUT_1 + edge('more', 'srv-1', 'srv-2')]],
    ['error several-outgoing-edges 34:27-34:32 «srv-1»'],
  ],
  [
    'a second edge of the client',
    [[EDGE_TO_LB, EDGE_TO_LB + edge('more', 'client', 'srv-2')]],
    ['error several-outgoing-edges 31:27-31:33 «client»'],
  ],
  [
    'the same edge of the load balancer twice',
    [[EDGE_LB_2, EDGE_LB_2 + edge('more', 'lb', 'srv-2')]],
    ['error parallel-edges 33:39-33:44 «srv-2»'],
  ],
  ['a workload that leads nowhere', [[EDGE_IN, '']], ['error workload-not-connected 2:7-2:12 «users»']],
  [
    'a client that leads nowhere',
    [[EDGE_TO_LB, '']],
    [
      'error client-not-connected 7:19-7:25 «client»',
      'warning unreachable 9:11-9:13 «lb»',
      'warning unreachable 12:13-12:18 «srv-1»',
      'warning unreachable 21:13-21:18 «srv-2»',
    ],
  ],
  ['a server that does not answer', [[EDGE_OUT_1, '']], ['error server-not-connected 12:13-12:18 «srv-1»']],
  [
    'a load balancer without servers',
    [
      ['[srv-1, srv-2]', '[]'],
      [edge('lb-1', 'lb', 'srv-1'), ''],
      [EDGE_LB_2, ''],
      ['target_id: lb-2', 'target_id: in'],
    ],
    [
      'error balancer-not-connected 9:11-9:13 «lb»',
      'warning unreachable 12:13-12:18 «srv-1»',
      'warning unreachable 21:13-21:18 «srv-2»',
      'warning outage-without-effect 37:16-37:21 «srv-1»',
    ],
  ],
  [
    'a circle',
    [['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: lb']],
    ['error cycle 33:43-33:45 «lb»'],
  ],
  [
    'a circle of servers',
    [
      ['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: srv-2'],
      ['id: out-2, source: srv-2, target: client', 'id: out-2, source: srv-2, target: srv-1'],
    ],
    ['error cycle 34:43-34:48 «srv-1»'],
  ],
  [
    'a server that nothing leads to, which is allowed',
    [['    servers:\n', '    servers:\n      - id: spare\n        server_resources: {}\n        endpoints: []\n']],
    ['warning unreachable 12:13-12:18 «spare»'],
  ],
  [
    'a server without endpoints that gets requests',
    [
      [
        BASE.slice(BASE.indexOf('        endpoints:\n          - endpoint_name: /b'), BASE.indexOf('  edges:')),
        '        endpoints: []\n',
      ],
    ],
    ['error no-endpoints 23:20-23:22 «[]»'],
  ],
]

const balancer: Case[] = [
  [
    'a covered server that does not exist',
    [['[srv-1, srv-2]', '[srv-1, srv-2, srv-3]']],
    ['error unknown-covered-server 10:38-10:43 «srv-3»'],
  ],
  [
    'a covered server without an edge',
    [
      [EDGE_LB_2, ''],
      ['target_id: lb-2', 'target_id: in'],
      ['t_start: 10', 't_start: 10'],
    ],
    [
      'error covered-server-without-edge 10:31-10:36 «srv-2»',
      'warning unreachable 21:13-21:18 «srv-2»',
      'warning all-servers-down 39:42-39:44 «10»',
    ],
  ],
  [
    'an edge to a server that is not covered',
    [['[srv-1, srv-2]', '[srv-1]']],
    ['warning uncovered-server 32:39-32:44 «srv-2»'],
  ],
  [
    'an edge past the servers',
    [[EDGE_LB_2, EDGE_LB_2 + edge('past', 'lb', 'client')]],
    ['warning balancer-to-client 33:39-33:45 «client»'],
  ],
]

const events: Case[] = [
  [
    'a start and an end of different kinds',
    [['kind: server_up', 'kind: network_spike_end']],
    ['error event-kinds-differ 41:18-41:35 «network_spike_end»'],
  ],
  ['an end before the start', [['t_end: 20', 't_end: 10']], ['error event-ends-before-start 41:36-41:38 «10»']],
  ['a spike without a size', [[', spike_s: 0.1', '']], ['error spike-without-latency 44:5-44:10 «start»']],
  [
    'an outage with a size',
    [['t_start: 10 ', 't_start: 10, spike_s: 1 ']],
    ['error outage-with-latency 40:46-40:53 «spike_s»'],
  ],
  ['an unknown target', [['target_id: srv-1', 'target_id: srv-9']], ['error unknown-event-target 39:16-39:21 «srv-9»']],
  [
    'the load balancer as a target',
    [['target_id: srv-1', 'target_id: lb']],
    ['error unknown-event-target 39:16-39:18 «lb»'],
  ],
  [
    'a start after the run',
    [
      ['t_start: 30', 't_start: 101'],
      ['t_end: 40', 't_end: 102'],
    ],
    ['error event-after-end 44:50-44:53 «101»', 'error event-after-end 45:44-45:47 «102»'],
  ],
  ['an end at the end of the run, which is allowed', [['t_end: 40', 't_end: 100']], []],
  [
    'an outage of an edge',
    [['target_id: srv-1', 'target_id: lb-2']],
    ['error event-target-mismatch 39:16-39:20 «lb-2»'],
  ],
  [
    'a spike on a server',
    [['target_id: lb-2', 'target_id: srv-2']],
    ['error event-target-mismatch 43:16-43:21 «srv-2»'],
  ],
  [
    'an outage whose target could be a server or an edge',
    [['id: out-1,', 'id: srv-1,']],
    ['error ambiguous-event-target 39:16-39:21 «srv-1»'],
  ],
  [
    'outages of one server that overlap',
    [addEvent(outage('again', 'srv-1', 15, 25))],
    ['error outages-overlap 44:42-44:44 «15»'],
  ],
  ['outages of one server back to back, which are allowed', [addEvent(outage('again', 'srv-1', 20, 25))], []],
  ['no server left', [addEvent(outage('both', 'srv-2', 15, 25))], ['warning all-servers-down 44:42-44:44 «15»']],
  ['one server coming as the other goes, which is fine', [addEvent(outage('other', 'srv-2', 20, 25))], []],
  [
    'an outage that no load balancer notices',
    [
      [EDGE_LB_2, ''],
      ['[srv-1, srv-2]', '[srv-1]'],
      ['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: srv-2'],
      ['target_id: srv-1', 'target_id: srv-2'],
      ['target_id: lb-2', 'target_id: in'],
    ],
    ['warning outage-without-effect 38:16-38:21 «srv-2»'],
  ],
]

const randomVariables: Case[] = [
  [
    'a latency that is poisson by default',
    [[', distribution: exponential', '']],
    ['warning poisson-latency 29:48-29:55 «latency»'],
  ],
  [
    'a latency that is poisson on purpose',
    [['distribution: exponential', 'distribution: poisson']],
    ['warning poisson-latency 29:86-29:93 «poisson»'],
  ],
  [
    'a variance that nothing uses',
    [['distribution: exponential', 'distribution: exponential, variance: 1']],
    ['warning variance-ignored 29:99-29:107 «variance»'],
  ],
  [
    'a variance of poisson users',
    [['mean: 60', 'mean: 60, variance: -1']],
    ['warning variance-ignored 3:33-3:41 «variance»'],
  ],
  [
    'a normal latency with the default variance',
    [['distribution: exponential', 'distribution: normal']],
    ['warning default-variance 29:86-29:92 «normal»'],
  ],
  [
    'a uniform latency with a variance, which is used',
    [['distribution: exponential', 'distribution: uniform, variance: 0.000001']],
    [],
  ],
  [
    'a negative variance',
    [['distribution: exponential', 'distribution: normal, variance: -1']],
    ['error out-of-range 29:104-29:106 «-1»'],
  ],
]

const quantities: Case[] = [
  [
    'a request that needs more memory than there is',
    [['necessary_ram: 100', 'necessary_ram: 1025']],
    ['error ram-exceeds-server 18:50-18:54 «1025»'],
  ],
  ['a request that needs all the memory, which is allowed', [['necessary_ram: 100', 'necessary_ram: 1024']], []],
  [
    'memory steps that add up to too much',
    [
      [
        '              - kind: initial_parsing\n                step_operation: { cpu_time: 0.002 }',
        '              - kind: ram\n                step_operation: { necessary_ram: 1000 }',
      ],
    ],
    ['error ram-exceeds-server 20:50-20:54 «1000»'],
  ],
  [
    'a cost in two ways',
    [withLlmCost('{ per_call: 1, input_tokens: 3 }')],
    ['error llm-cost-spelling 28:17-28:25 «llm_cost»'],
  ],
  ['half a cost', [withLlmCost('{ input_tokens: 3 }')], ['error llm-cost-spelling 28:17-28:25 «llm_cost»']],
  ['no cost at all', [withLlmCost('{}')], ['error llm-cost-spelling 28:17-28:25 «llm_cost»']],
  [
    'a whole cost, which is fine',
    [withLlmCost('{ input_tokens: 3, output_tokens: 4, input_per_mtok: 1, output_per_mtok: 2 }')],
    [],
  ],
  ['more CPU work than cores', [['cpu_time: 0.002', 'cpu_time: 0.2']], ['warning overloaded-cpu 13:40-13:41 «1»']],
  [
    'more queries than connections',
    [
      [
        'kind: io_wait\n                step_operation: { io_waiting_time: 0.01 }',
        'kind: io_db\n                step_operation: { io_waiting_time: 0.2 }',
      ],
      [
        '      - id: srv-2\n        server_resources: { cpu_cores: 1, ram_mb: 1024 }',
        '      - id: srv-2\n        server_resources: { cpu_cores: 1, ram_mb: 1024, db_connection_pool: 1 }',
      ],
    ],
    ['warning overloaded-db-pool 22:77-22:78 «1»'],
  ],
  [
    'more memory held than there is',
    [
      ['cpu_time: 0.002', 'cpu_time: 0.09'],
      ['necessary_ram: 100', 'necessary_ram: 1024'],
      ['{ mean: 60 }', '{ mean: 80 }'],
    ],
    ['warning overloaded-cpu 13:40-13:41 «1»', 'warning overloaded-ram 13:51-13:55 «1024»'],
  ],
  ['a rate of nothing', [['{ mean: 20 }', '{ mean: 0 }']], ['warning no-requests 4:44-4:45 «0»']],
  ['a negative rate, which AsyncFlow runs', [['{ mean: 20 }', '{ mean: -1 }']], ['warning no-requests 4:44-4:46 «-1»']],
  ['no users', [['{ mean: 60 }', '{ mean: 0 }']], ['warning no-requests 3:29-3:30 «0»']],
  ['a negative number of poisson users', [['{ mean: 60 }', '{ mean: -1 }']], ['error out-of-range 3:29-3:31 «-1»']],
  [
    'a negative mean of users that vary',
    [['{ mean: 60 }', '{ mean: -1, distribution: normal, variance: 4 }']],
    ['warning negative-users 3:29-3:31 «-1»'],
  ],
]

describe.each([
  ['ids', identity],
  ['wiring', wiring],
  ['load balancer', balancer],
  ['events', events],
  ['random variables', randomVariables],
  ['quantities', quantities],
])('%s', (_, cases) => {
  it.each(cases)('reports %s', (_name, replacements, problems) => {
    expect(problemsOf(changed(BASE, ...replacements))).toEqual(problems)
  })
})

describe('conclusions', () => {
  const codesOf = (text: string) => parseScenario(text).diagnostics.map(({ code }) => code)

  it('the id of a node that is taken is reported at the later one', () => {
    expect(problemsOf(changed(BASE, ['- id: srv-2', '- id: srv-1']))).toContain(
      'error duplicate-id 21:13-21:18 «srv-1»',
    )
  })

  it('a workload that is called like a node is reported', () => {
    const text = changed(BASE, ['id: users', 'id: lb'], ['source: users', 'source: lb'])
    expect(problemsOf(text)).toContain('error workload-id-taken 2:7-2:9 «lb»')
  })

  it('an edge whose target cannot be read does not make its server look unreachable', () => {
    expect(codesOf(changed(BASE, ['source: lb, target: srv-2', 'source: lb, target: 2']))).toEqual(['wrong-type'])
  })

  it('a wrong number inside a server does not make the edges to it dangle', () => {
    expect(codesOf(changed(BASE, ['cpu_cores: 1', 'cpu_cores: 0'], ['target: srv-2', 'target: srv-7']))).toEqual([
      'covered-server-without-edge',
      'out-of-range',
      'unknown-target',
    ])
  })

  it('least connection shares the load by what the servers can do, round robin by number', () => {
    const text = changed(
      BASE,
      ['kind: io_wait', 'kind: cpu_bound_operation'],
      ['io_waiting_time: 0.01', 'cpu_time: 0.05'],
      ['cpu_time: 0.002', 'cpu_time: 0.15'],
    )
    expect(codesOf(text)).toEqual(['overloaded-cpu'])
    expect(codesOf(changed(text, ['id: lb\n', 'id: lb\n      algorithms: least_connection\n']))).toEqual([])
  })

  it('names the load', () => {
    const [warning] = parseScenario(changed(BASE, ['cpu_time: 0.002', 'cpu_time: 0.2'])).diagnostics
    // 20 requests/s, half of them here, less 1 % on each of three edges: 9.7 × 0.2 s.
    expect(warning?.message).toMatch(/9\.7 requests\/s.*1\.94 cores.*ρ = 1\.94/)
  })

  it('groups the digits of a load beyond all measure, in one way', () => {
    const text = changed(BASE, ['cpu_time: 0.002', 'cpu_time: 200000'])
    const warning = parseScenario(text).diagnostics.find(({ code }) => code === 'overloaded-cpu')
    expect(warning?.message.replaceAll('\u202f', ' ')).toMatch(/need (1 940 \d{3}) cores; it has 1: ρ = \1,/)
    expect(warning?.hint?.replaceAll('\u202f', ' ')).toMatch(/^At least 1 940 \d{3} cores/)
  })
})

describe('quick fixes', () => {
  const fixed = (text: string, { patches }: QuickFix) => applyTextPatches(text, patches)

  it.each<[string, readonly Replacement[], string]>([
    ['unknown-key', [['server_covered', 'servers_covered']], 'Change to server_covered'],
    ['unknown-key', [['id: lb\n', 'id: lb\n      colour: red\n']], 'Remove "colour"'],
    ['unknown-value', [['distribution: exponential', 'distribution: exponentail']], 'Change to exponential'],
    ['missing-key', [[', latency: { mean: 0.003, distribution: exponential } }', ' }']], 'Add latency'],
    ['missing-key', [['        server_resources: { cpu_cores: 1, ram_mb: 1024 }\n', '']], 'Add server_resources'],
    ['missing-key', [['sim_settings:\n  total_simulation_time: 100\n', '']], 'Add sim_settings'],
    ['out-of-range', [['ram_mb: 1024', 'ram_mb: 10']], 'Change to 256'],
    ['coerced-number', [['ram_mb: 1024', "ram_mb: '1024'"]], 'Change to 1024'],
    ['yaml-version', [['ram_mb: 1024', 'ram_mb: 1_024']], 'Change to 1024'],
    ['step-operation-mismatch', [['{ cpu_time: 0.002 }', '{ necessary_ram: 1 }']], 'Change to cpu_time'],
    ['duplicate-edge-id', [['id: out-2', 'id: out-1']], 'Change to out-1-2'],
    [
      'duplicate-edge-id',
      [
        ['id: out-2', 'id: out-1'],
        ['id: to-lb', 'id: out-1-2'],
        ['event_id: slow', 'event_id: out-1-3'],
      ],
      'Change to out-1-4',
    ],
    [
      'duplicate-id',
      [
        ['id: srv-2', 'id: srv-1'],
        ['srv-1, srv-2', 'srv-1, srv-1-2'],
        ['target: srv-2', 'target: srv-1-2'],
        ['source: srv-2', 'source: srv-1-2'],
      ],
      'Change to srv-1-2',
    ],
    ['duplicate-event-id', [['event_id: slow', 'event_id: down']], 'Change to down-2'],
    [
      'duplicate-event-id',
      [
        ['event_id: slow', 'event_id: down'],
        ['id: in', 'id: down-2'],
      ],
      'Change to down-3',
    ],
    [
      'workload-id-taken',
      [
        ['id: users', 'id: client'],
        ['source: users', 'source: client-users'],
      ],
      'Change to client-users',
    ],
    ['unknown-target', [['target: srv-2', 'target: srv_2']], 'Change to srv-2'],
    ['unknown-event-target', [['target_id: lb-2', 'target_id: lb2']], 'Change to lb-2'],
    ['workload-not-connected', [[EDGE_IN, '']], 'Add an edge from users to client'],
    ['client-not-connected', [[EDGE_TO_LB, '']], 'Add an edge from client to lb'],
    ['server-not-connected', [[EDGE_OUT_1, '']], 'Add an edge from srv-1 to client'],
    [
      'covered-server-without-edge',
      [
        [EDGE_LB_2, ''],
        ['target_id: lb-2', 'target_id: in'],
      ],
      'Add an edge from lb to srv-2',
    ],
    ['several-outgoing-edges', [[EDGE_OUT_1, EDGE_OUT_1 + edge('more', 'srv-1', 'srv-2')]], 'Delete this edge'],
    ['parallel-edges', [[EDGE_LB_2, EDGE_LB_2 + edge('more', 'lb', 'srv-2')]], 'Delete this edge'],
    [
      'cycle',
      [['id: out-1, source: srv-1, target: client', 'id: out-1, source: srv-1, target: lb']],
      'Change to client',
    ],
    ['event-kinds-differ', [['kind: server_up', 'kind: network_spike_end']], 'Change to server_up'],
    ['spike-without-latency', [[', spike_s: 0.1', '']], 'Add spike_s: 0.1'],
    ['outage-with-latency', [['t_start: 10 ', 't_start: 10, spike_s: 1 ']], 'Remove spike_s'],
    ['event-after-end', [['t_end: 40', 't_end: 400']], 'Change to 100'],
    ['poisson-latency', [[', distribution: exponential', '']], 'Add distribution: exponential'],
    ['poisson-latency', [['distribution: exponential', 'distribution: poisson']], 'Change to exponential'],
    [
      'variance-ignored',
      [['distribution: exponential', 'distribution: exponential, variance: 1']],
      'Remove the variance',
    ],
    ['default-variance', [['distribution: exponential', 'distribution: normal']], 'Add variance: 0.0000023'],
    ['ram-exceeds-server', [['necessary_ram: 100', 'necessary_ram: 2000']], 'Set ram_mb to 2000'],
  ])('%s: %j → %s leaves a valid scenario without that problem', (code, replacements, title) => {
    const text = changed(BASE, ...replacements)
    const fixes = parseScenario(text)
      .diagnostics.filter((each) => each.code === code)
      .flatMap(({ fixes = [] }) => fixes)
    const fix = fixes.find((each) => each.title === title)
    expect(fixes.map((each) => each.title)).toContain(title)
    const { scenario, diagnostics } = parseScenario(fixed(text, fix!))
    expect(diagnostics.map((each) => each.code)).not.toContain(code)
    expect(scenario).toBeDefined()
  })
})

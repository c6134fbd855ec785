import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asyncflowFiles, asyncflowText, BASE, changed, problemsOf } from '../../tests/fixtures/scenarioTexts'
import { scenarioEdits } from './edit'
import { parseScenario } from './parse'
import { applyTextPatches } from './textPatches'

const nested = (levels: number) =>
  [
    'a: &a [x, x]',
    ...Array.from(
      { length: levels },
      (_, i) => `k${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`,
    ),
  ].join('\n')

describe('a text that cannot be read', () => {
  it.each([
    ['is empty', '', 'error empty-document 1:1-1:1 «»'],
    ['holds only comments', '# nothing\n\n', 'error empty-document 1:1-1:1 «»'],
    ['is one megabyte long', 'a: b\n'.repeat(210_000), 'error text-too-long 1:1-1:1 «»'],
    ['is long in bytes rather than in characters', `# ${'€'.repeat(100_000)}`, 'error text-too-long 1:1-1:1 «»'],
    ['contains a NUL', 'a: \0b', 'error control-character 1:4-1:5 «\0»'],
    ['nests brackets', `a: ${'['.repeat(5000)}`, 'error too-deep 1:38-1:39 «[»'],
    ['nests dashes', `${'- '.repeat(5000)}a`, 'error too-deep 1:71-1:72 «-»'],
    ['refers to itself', 'a: &a [*a]', 'error too-deep 1:8-1:10 «*a»'],
    ['has too many values', `a:\n${'- x\n'.repeat(20_001)}`, 'error too-many-nodes 20001:3-20001:3 «»'],
    ['unfolds to too many values', nested(16), undefined],
    ['has more than 50 aliases', nested(40), undefined],
    ['has thousands of anchors', Array.from({ length: 10_000 }, (_, i) => `k${i}: &a${i} 1`).join('\n'), undefined],
    ['is a second document', `${BASE}---\na: 1\n`, 'error several-documents 46:1-46:4 «---»'],
    ['uses a merge key', changed(BASE, ['{ id: client }', '{ <<: { id: client } }']), 'error merge-key 7:15-7:17 «<<»'],
    ['uses a tag', changed(BASE, ['id: lb\n', 'id: !!python/name lb\n']), 'error custom-tag 9:11-9:24 «!!python/name»'],
    ['has a number as a key', `${BASE}1: x\n`, 'error key-not-text 46:1-46:2 «1»'],
    ['has a list as a key', `${BASE}? [a]\n: x\n`, 'error key-not-text 46:3-46:6 «[a]»'],
    [
      'uses an anchor that does not exist',
      changed(BASE, ['id: lb\n', 'id: *lb\n']),
      'error unknown-anchor 9:11-9:14 «*lb»',
    ],
    ['is indented with a tab', 'a:\n\tb: 1', 'error yaml-tab-as-indent 2:1-2:2 «\t»'],
    ['leaves a bracket open', 'a: [1, 2\nb: 3\n', undefined],
  ])('that %s is refused with one problem', (_, text, problem) => {
    const { scenario, diagnostics } = parseScenario(text)
    expect(scenario).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ severity: 'error', hint: expect.stringMatching(/\w/) })
    if (problem !== undefined) expect(problemsOf(text)).toEqual([problem])
  })

  it('is never answered by an exception, and every problem lies inside the text', () => {
    const pieces = fc.constantFrom(
      ...BASE.split(/(?<=[\s:{},])/),
      '[',
      '{',
      '&a ',
      '*a',
      '!!x ',
      '"',
      "'",
      '|\n',
      '? ',
      '\t',
      '%',
    )
    const spoilt = fc
      .tuple(fc.nat(BASE.length), fc.nat(40), fc.array(pieces, { maxLength: 6 }))
      .map(([at, length, inserted]) => BASE.slice(0, at) + inserted.join('') + BASE.slice(at + length))
    const keysBefore = Object.getOwnPropertyNames(Object.prototype).length
    fc.assert(
      fc.property(spoilt, (text) => {
        const { scenario, diagnostics } = parseScenario(text)
        expect(scenario === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
        for (const { range } of diagnostics) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 150, seed: 7 },
    )
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(keysBefore)
  }, 30_000)
})

describe('the shape of a scenario', () => {
  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['a missing key, at its parent’s key', [['{ mean: 60 }', '{}']], ['error missing-key 3:3-3:19 «avg_active_users»']],
    [
      'a missing section',
      [['sim_settings:\n  total_simulation_time: 100\n', '']],
      ['error missing-key 1:1-1:10 «rqs_input»'],
    ],
    [
      'a missing key of an item',
      [['id: lb-1, ', '']],
      ['error missing-key 31:9-31:15 «source»', 'error missing-key 31:9-31:15 «source»'].slice(0, 1),
    ],
    ['text for a number', [['cpu_cores: 1', 'cpu_cores: many']], ['error wrong-type 13:40-13:44 «many»']],
    ['a fraction for a whole number', [['cpu_cores: 1', 'cpu_cores: 1.5']], ['error wrong-type 13:40-13:43 «1.5»']],
    ['nothing for a number', [['mean: 60', 'mean: null']], ['error wrong-type 3:29-3:33 «null»']],
    ['infinity', [['cpu_time: 0.002', 'cpu_time: .inf']], ['error not-finite 20:45-20:49 «.inf»']],
    [
      'a number that is too large for any machine',
      [['cpu_time: 0.002', 'cpu_time: 1e400']],
      ['error not-finite 20:45-20:50 «1e400»'],
    ],
    ['a number below its range', [['ram_mb: 1024', 'ram_mb: 128']], ['error out-of-range 13:51-13:54 «128»']],
    ['a latency of 0', [['mean: 0.003', 'mean: 0']], ['error out-of-range 29:65-29:66 «0»']],
    ['a run of years', [['time: 100', 'time: 100000001']], ['error out-of-range 36:26-36:35 «100000001»']],
    ['a number for an id', [['{ id: client }', '{ id: 7 }']], ['error wrong-type 7:19-7:20 «7»']],
    ['a word for a list', [['[srv-1, srv-2]', 'srv-1']], ['error wrong-type 10:23-10:28 «srv-1»']],
    [
      'capitals in a word',
      [['distribution: exponential', 'distribution: EXPONENTIAL']],
      ['error unknown-value 29:86-29:97 «EXPONENTIAL»'],
    ],
    [
      'a law that users cannot follow',
      [['{ mean: 60 }', '{ mean: 60, distribution: uniform }']],
      ['error unknown-value 3:47-3:54 «uniform»'],
    ],
    ['a step of an unknown kind', [['kind: io_wait', 'kind: io_wiat']], ['error unknown-value 26:23-26:30 «io_wiat»']],
    [
      'a step without a kind',
      [['- kind: io_wait\n                ', '- ']],
      ['error missing-key 26:17-26:31 «step_operation»'],
    ],
    [
      'a role that does not belong there',
      [['{ id: client }', '{ id: client, type: server }']],
      ['error unknown-value 7:33-7:39 «server»'],
    ],
    [
      'a step that says nothing',
      [['{ io_waiting_time: 0.01 }', '{}']],
      ['error step-operation-empty 27:33-27:35 «{}»'],
    ],
    [
      'a step with two quantities',
      [['{ cpu_time: 0.002 }', '{ cpu_time: 0.002, necessary_ram: 4 }']],
      ['error step-operation-entries 20:52-20:65 «necessary_ram»'],
    ],
    [
      'a step with the quantity of another kind',
      [['{ cpu_time: 0.002 }', '{ io_waiting_time: 0.002 }']],
      ['error step-operation-mismatch 20:35-20:50 «io_waiting_time»'],
    ],
    [
      'an unknown node',
      [['{ id: client }\n', '{ id: client }\n    cache: {}\n']],
      ['error unknown-key 8:5-8:10 «cache»'],
    ],
    [
      'an unknown key of a start',
      [['t_start: 10 ', 't_start: 10, oops: 1 ']],
      ['error unknown-key 40:46-40:50 «oops»'],
    ],
    [
      'an unknown key elsewhere, as a warning',
      [['server_covered', 'servers_covered']],
      ['warning unknown-key 10:7-10:22 «servers_covered»'],
    ],
    [
      'a key that is there twice, as a warning',
      [['id: lb\n', 'id: other\n      id: lb\n']],
      ['warning duplicate-key 10:7-10:9 «id»'],
    ],
  ])('reports %s', (_, replacements, problems) => {
    expect(problemsOf(changed(BASE, ...replacements))).toEqual(problems)
  })

  it('reports all problems at once, in the order of the text', () => {
    const text = changed(
      BASE,
      ['mean: 60', 'mean: sixty'],
      ['id: lb\n', 'id: lb\n      colour: red\n'],
      ['cpu_cores: 1', 'cpu_cores: 0'],
      ['source: lb, target: srv-2', 'source: lb, target: srv-3'],
      ['t_end: 40', 't_end: 400'],
    )
    expect(problemsOf(text).map((line) => line.split(' ')[1])).toEqual([
      'wrong-type',
      'unknown-key',
      'covered-server-without-edge',
      'out-of-range',
      'unknown-target',
      'event-after-end',
    ])
  })
})

describe('the leniency of AsyncFlow’s own loader', () => {
  const scenarioOf = (...replacements: readonly (readonly [string, string])[]) => {
    const { scenario, diagnostics } = parseScenario(changed(BASE, ...replacements))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    return scenario!
  }

  it('reads every file of the reference as it is, warning only of the key that nothing reads', () => {
    for (const name of asyncflowFiles) {
      const { scenario, diagnostics } = parseScenario(asyncflowText(name))
      expect(scenario).toBeDefined()
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
        new Set(name.includes('single') ? ['unknown-key'] : []),
      )
    }
  })

  it('fills in what is left out', () => {
    const scenario = scenarioOf(
      ['{ cpu_cores: 1, ram_mb: 1024 }', '{}'],
      ['  total_simulation_time: 100\n', '  sample_period_s: 0.05\n'],
    )
    const [server] = scenario.topology_graph.nodes.servers
    expect(server).toMatchObject({
      type: 'server',
      server_resources: { cpu_cores: 1, ram_mb: 1024, db_connection_pool: null },
    })
    expect(scenario.topology_graph.nodes.load_balancer?.algorithms).toBe('round_robin')
    expect(scenario.topology_graph.edges[0]).toMatchObject({ dropout_rate: 0.01, edge_type: 'network_connection' })
    expect(scenario.rqs_input).toMatchObject({
      user_sampling_window: 60,
      avg_active_users: { distribution: 'poisson' },
    })
    expect(scenario.sim_settings.total_simulation_time).toBe(3600)
    expect(scenario.sim_settings.enabled_sample_metrics).toHaveLength(4)
  })

  it('takes null for nothing where the language allows it', () => {
    const withoutBalancer = BASE.replace(/ {4}load_balancer:\n.*\n.*\n/, '    load_balancer: null\n')
      .replace(/.*(lb-1|lb-2|out-2),.*\n/g, '')
      .replace('target: lb', 'target: srv-1')
      .replace(/events:[\s\S]*/, 'events: null\n')
    const { scenario } = parseScenario(withoutBalancer)
    expect(scenario?.topology_graph.nodes.load_balancer).toBeUndefined()
    expect(scenario?.events).toEqual([])
  })

  it.each<[string, readonly [string, string], string]>([
    ['quoted numbers', ['cpu_cores: 1', "cpu_cores: '1'"], 'coerced-number'],
    ['true for 1', ['cpu_cores: 1', 'cpu_cores: true'], 'coerced-number'],
    ['octal digits', ['cpu_cores: 1', 'cpu_cores: 01'], ''],
    ['whole numbers with a point', ['cpu_cores: 1', 'cpu_cores: 1.0'], ''],
    ['digits grouped by underscores', ['ram_mb: 1024', 'ram_mb: 1_024'], 'yaml-version'],
    ['minutes and seconds', ['time: 100', 'time: 1:40'], 'yaml-version'],
    ['yes for 1', ['cpu_cores: 1', 'cpu_cores: yes'], 'yaml-version'],
    ['an exponent without a point', ['cpu_time: 0.002', 'cpu_time: 2e-3'], ''],
  ])('accepts %s', (_, replacement, code) => {
    expect(scenarioOf(replacement)).toEqual(scenarioOf())
    expect(problemsOf(changed(BASE, replacement)).map((line) => line.split(' ')[1])).toEqual(code === '' ? [] : [code])
  })

  it('names both readings where YAML 1.1 and 1.2 disagree about a number, and follows 1.2', () => {
    const { scenario, diagnostics } = parseScenario(changed(BASE, ['cpu_cores: 1', 'cpu_cores: 014']))
    expect(scenario?.topology_graph.nodes.servers[0]?.server_resources.cpu_cores).toBe(14)
    expect(diagnostics[0]?.message).toMatch(/\b14\b.*\b12\b/)
  })

  it('reads an id that only YAML 1.2 takes for a number as text', () => {
    const text = BASE.replaceAll('srv-1', '1e3')
    expect(parseScenario(text).scenario?.topology_graph.nodes.servers[0]?.id).toBe('1e3')
    expect(problemsOf(text)[0]).toBe('warning yaml-version 10:24-10:27 «1e3»')
  })

  it('knows who sends to whom when ids look like numbers, and finds them', () => {
    const text = BASE.replaceAll(/\busers\b/g, '1e3').replaceAll('srv-1', '0o17')
    const problems = (...changes: (readonly [string, string])[]) =>
      problemsOf(changed(text, ...changes)).filter((problem) => !problem.includes(' yaml-version '))
    expect(problems()).toEqual([])
    expect(problems(['target: client', 'target: nowhere'])[0]).toMatch(/^error unknown-target/)
    expect(problems(['source: 1e3, target: client', 'source: client, target: lb'])[0]).toMatch(/^error/)
    expect(parseScenario(text).pathOf({ kind: 'server', id: '0o17' })).toHaveLength(4)
    const edit = scenarioEdits.renameId(text, '0o17', 'srv-1')
    expect(edit.ok && applyTextPatches(text, edit.patches)).toBe(BASE.replaceAll(/\busers\b/g, '1e3'))
  })

  it('offers quotes that hold whatever is in them', () => {
    const text = changed(BASE, ['id: client }', "id: 2024-01-01 it's }"])
    const fix = parseScenario(text).diagnostics.find(({ code }) => code === 'yaml-version')?.fixes?.[0]
    expect(applyTextPatches(text, fix!.patches)).toContain("id: '2024-01-01 it''s' }")
  })

  it('tells the first ones of thousands of tags', () => {
    const text = changed(BASE, ['id: lb\n', `id: lb\n      note: [${'!x 1, '.repeat(1000)}]\n`])
    const told = problemsOf(text)
    expect(told).toHaveLength(20)
    expect(told[0]).toMatch(/^error custom-tag 10:14-10:16 «!x»/)
    // A tag is told by its name where it is too far in front of its value.
    expect(problemsOf(`a: !x ${' '.repeat(300)}1`)[0]).toMatch(/^error custom-tag/)
  })

  it('lowers endpoint names and holds every metric once', () => {
    const scenario = scenarioOf(
      ['endpoint_name: /a', 'endpoint_name: /A'],
      ['time: 100', 'time: 100\n  enabled_sample_metrics: [ram_in_use, ram_in_use]'],
    )
    expect(scenario.topology_graph.nodes.servers[0]?.endpoints[0]?.endpoint_name).toBe('/a')
    expect(scenario.sim_settings.enabled_sample_metrics).toEqual(['ram_in_use'])
  })

  it('follows anchors and aliases', () => {
    const text = changed(
      BASE,
      ['{ cpu_cores: 1, ram_mb: 1024 }', '&small { cpu_cores: 3, ram_mb: 1024 }'],
      ['{ cpu_cores: 1, ram_mb: 1024 }', '*small'],
    )
    expect(parseScenario(text).scenario?.topology_graph.nodes.servers[1]?.server_resources.cpu_cores).toBe(3)
  })
})

describe('names that mean something to JavaScript', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'])('%s is an id like any other', (id) => {
    const text = BASE.replaceAll('srv-1', id).replaceAll('lb-2', `${id}-edge`)
    const { scenario, diagnostics } = parseScenario(text)
    expect(diagnostics).toEqual([])
    expect(scenario?.topology_graph.nodes.servers[0]?.id).toBe(id)
    expect(({} as Record<string, unknown>).id).toBeUndefined()
  })

  it('as keys they are unknown keys', () => {
    const text = changed(BASE, ['id: lb\n', 'id: lb\n      __proto__: { polluted: 1 }\n      constructor: 2\n'])
    expect(problemsOf(text).map((line) => line.split(' ')[1])).toEqual(['unknown-key', 'unknown-key'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

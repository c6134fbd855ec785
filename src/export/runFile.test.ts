import { describe, expect, it } from 'vitest'
import { nothingCompleted, syntheticRun, syntheticSummary } from '../../tests/fixtures/syntheticRun'
import { parseRunFile, runFileParts, type SavedRun } from './runFile'

const scenarioText = '# "quoted", and ünicode\nrqs_input: {}\n'

const serializeRun = (run: SavedRun) => [...runFileParts(run)].join('')

function edited(change: (file: { version: unknown; result: Record<string, unknown> }) => void): string {
  const file = JSON.parse(serializeRun({ scenarioText, result: syntheticRun() }))
  change(file)
  return JSON.stringify(file)
}

function reasonOf(content: string): string {
  const file = parseRunFile(content)
  return file.ok ? '' : file.reason
}

describe('a run file', () => {
  it.each([
    ['an ordinary run', syntheticRun()],
    ['a run without a completed request', syntheticRun(nothingCompleted())],
    [
      'a run without a whole second',
      syntheticRun({ summary: syntheticSummary({ throughput: { mean: 42, max: null } }) }),
    ],
    [
      'a run with a cost',
      syntheticRun({ summary: syntheticSummary({ llmCost: { total: 1, perRequest: null, perHour: 2 } }) }),
    ],
    [
      'an unstable run',
      syntheticRun({
        end: 'unstable',
        instability: { inFlight: 500_000, component: 'srv-1', resource: 'cpu', waiting: 499_000, since: 12.5 },
      }),
    ],
    ['an awkward number', syntheticRun({ simulatedSeconds: 0.1 + 0.2 })],
    [
      'a spike',
      syntheticRun({ injectedEvents: [{ id: 'e', kind: 'network_spike', target: 't', start: 0, end: 1, spike: 0.5 }] }),
    ],
  ])('gives %s back as it was', (_, result) => {
    expect(parseRunFile(serializeRun({ scenarioText, result }))).toEqual({ ok: true, run: { scenarioText, result } })
  })

  it('gives long columns back as they were', () => {
    const id = Uint32Array.from({ length: 60_000 }, (_, i) => i)
    const time = Float64Array.from(id, (i) => i / 7)
    const requests = { ...syntheticRun().requests, id, start: time, finish: time, outcome: new Uint16Array(id.length) }
    const content = serializeRun({ scenarioText, result: syntheticRun({ requests }) })
    const file = parseRunFile(content)
    expect(file.ok && serializeRun(file.run) === content).toBe(true)
    expect(file.ok && file.run.result.requests.finish[59_999]).toBe(59_999 / 7)
  })

  it('gives gauges back in the order in which they stood', () => {
    const level = { mean: 1, max: 2, maxAt: 3 }
    const components = { srv: { inflight: level, cpu_utilization: level, ready_queue_len: level } }
    const content = serializeRun({ scenarioText, result: syntheticRun({ summary: syntheticSummary({ components }) }) })
    const file = parseRunFile(content)
    expect(file.ok && serializeRun(file.run)).toBe(content)
  })

  it('leaves out keys that it does not know', () => {
    const content = edited((file) => Object.assign(file.result, { later: 'addition' }))
    expect(parseRunFile(content)).toEqual({ ok: true, run: { scenarioText, result: syntheticRun() } })
  })
})

describe('a file that is no run', () => {
  it.each([
    ['', 'not JSON'],
    ['{"format":', 'not JSON'],
    ['null', 'not a run'],
    ['[1]', 'not a run'],
    ['{"format":"other"}', 'not a run'],
    [edited((file) => Object.assign(file, { version: 2 })), 'version 3'],
  ])('is refused with a reason: %s', (content, reason) => {
    expect(reasonOf(content)).toContain(reason)
  })

  it.each([
    ['file.result.horizon', (result: Record<string, unknown>) => delete result.horizon],
    [
      'file.result.summary.latency.p95',
      (result: Record<string, unknown>) => setDeep(result, 'summary.latency.p95', 'fast'),
    ],
    ['file.result.series[0].max[1]', (result: Record<string, unknown>) => setDeep(result, 'series.0.max.1', null)],
    ['file.result.series[2].metric', (result: Record<string, unknown>) => setDeep(result, 'series.2.metric', 'heat')],
    ['file.result.requests', (result: Record<string, unknown>) => setDeep(result, 'requests.start', [])],
    ['file.result.histogram', (result: Record<string, unknown>) => setDeep(result, 'histogram.counts', [1])],
  ])('is refused with the place of the damage: %s', (place, damage) => {
    expect(reasonOf(edited(({ result }) => damage(result)))).toContain(place)
  })
})

function setDeep(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() as string
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, target)
  parent[last] = value
}

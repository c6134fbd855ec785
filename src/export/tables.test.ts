import { describe, expect, it } from 'vitest'
import { recordsOfCsv } from '../../tests/fixtures/strictCsv'
import { nothingCompleted, syntheticRun, syntheticSummary } from '../../tests/fixtures/syntheticRun'
import type { RunResult } from '../engine/runResult'
import { type ExportFormatName, exportFormatNames } from './exportFormats'
import { writeRun } from './writeRun'

function records(format: ExportFormatName, result: RunResult): Record<string, string>[] {
  return recordsOfCsv([...writeRun(format, { result, scenarioText: '' })].join(''))
}

describe('summary', () => {
  it('says in one row where the figures come from and what they are', () => {
    const [row, ...more] = records('summary', syntheticRun())
    expect(more).toEqual([])
    expect(row).toMatchObject({
      scenario: 'Two servers',
      app_version: '0.1.0',
      scenario_sha256: 'c0ffee',
      seed: '42',
      replication: '0',
      end: 'horizon',
      'simulated_time [s]': '10',
      'in_system_mean [requests]': '0.05',
      'srv-1 cpu_offered_load': '0.75',
      'completed [requests]': '4',
      'dropped [requests]': '1',
      'latency_p95 [s]': '0.0309',
      'latency_mean [s]': '0.021975',
      'throughput_mean [requests/s]': '0.4',
      'lb-srv1 dropped [requests]': '1',
      'srv-1 ram_in_use_max [MB]': '256',
      'lb-srv1 edge_concurrent_connection_mean [requests]': '0.2',
    })
  })

  it('has empty latency cells when nothing completed', () => {
    const [row] = records('summary', syntheticRun(nothingCompleted()))
    expect(row?.['latency_p95 [s]']).toBe('')
    expect(row?.['completed [requests]']).toBe('0')
  })

  it('has columns of cost only when the scenario states one', () => {
    const llmCost = { total: 1.5, perRequest: 0.375, perHour: 540 }
    const [row] = records('summary', syntheticRun({ summary: syntheticSummary({ llmCost }) }))
    expect(row?.['llm_cost_total [USD]']).toBe('1.5')
    expect(Object.keys(records('summary', syntheticRun())[0] ?? {})).not.toContain('llm_cost_total [USD]')
  })
})

describe('every file', () => {
  it.each(exportFormatNames)(
    'says which version, seed and scenario it comes from, even without a row: %s',
    (format) => {
      for (const run of [syntheticRun(), syntheticRun({ ...nothingCompleted(), series: [] })]) {
        const file = [...writeRun(format, { result: run, scenarioText: '' })].join('')
        for (const origin of ['0.1.0', '42', 'c0ffee']) expect(file).toContain(origin)
      }
    },
  )
})

describe('time series', () => {
  it('puts series with the same times side by side', () => {
    const rows = records('timeSeries', syntheticRun())
    expect(rows.map((row) => row['time [s]'])).toEqual(['1', '2', '3'])
    expect(rows.map((row) => row['srv-1 ready_queue_len_max [requests]'])).toEqual(['0', '4', '1'])
    expect(rows.map((row) => row['offered_mean [requests/s]'])).toEqual(['2', '1', '3'])
  })

  it('leaves a cell empty where a series has no point', () => {
    const [first, second] = syntheticRun().series
    const late = { ...second, time: Float64Array.of(1.5, 2, 4) }
    const rows = records('timeSeries', syntheticRun({ series: [first, late] as RunResult['series'] }))
    expect(rows.map((row) => [row['time [s]'], row['offered_max [requests/s]'], row['completed_max [requests/s]']]))
      // biome-ignore format: a table
      .toEqual([
      ['1', '2', ''],
      ['1.5', '', '1'],
      ['2', '1', '2'],
      ['3', '3', ''],
      ['4', '', '1'],
    ])
  })
})

describe('requests', () => {
  it('gives each request its outcome, and a latency only if it completed', () => {
    const rows = records('requests', syntheticRun())
    expect(rows.map(({ request, outcome, dropped_by }) => [request, outcome, dropped_by]))
      // biome-ignore format: a table
      .toEqual([
      ['1', 'completed', ''],
      ['2', 'completed', ''],
      ['4', 'dropped', 'lb-srv1'],
      ['3', 'completed', ''],
      ['5', 'completed', ''],
      ['6', 'no_server_up', ''],
    ])
    expect(Number(rows[3]?.['latency [s]'])).toBe(0.4309 - 0.4)
    expect(rows[2]?.['latency [s]']).toBe('')
  })
})

describe('histogram', () => {
  it('has one row per bin, whose counts add up to the completed requests', () => {
    const rows = records('histogram', syntheticRun())
    expect(rows[1]).toMatchObject({ 'latency_from [s]': '0.02', 'latency_to [s]': '0.03', 'completed [requests]': '2' })
    expect(rows.reduce((sum, row) => sum + Number(row['completed [requests]']), 0)).toBe(4)
  })

  it('is only a header when nothing completed', () => {
    expect(records('histogram', syntheticRun(nothingCompleted()))).toEqual([])
  })
})

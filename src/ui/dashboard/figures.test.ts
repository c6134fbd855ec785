import { describe, expect, it } from 'vitest'
import { recordsOfCsv } from '../../../tests/fixtures/strictCsv'
import { nothingCompleted, syntheticRun, syntheticSummary } from '../../../tests/fixtures/syntheticRun'
import { formatCount, formatRate, formatSeconds } from '../../base/format'
import type { RunSummary } from '../../engine/runResult'
import { writeRun } from '../../export/writeRun'
import { figureGroups } from './figures'

function cards(summary: RunSummary): string[] {
  return figureGroups(summary).flatMap(({ figures }) => figures.map(({ label, text }) => `${label} ${text}`))
}

describe('the cards', () => {
  it('read like sentences', () => {
    expect(cards(syntheticSummary())).toEqual([
      'p50 23.5 ms',
      'p95 30.9 ms',
      'p99 30.7 ms',
      'mean 22 ms',
      'max 30.9 ms',
      'completed 4',
      'dropped 1',
      'no server up 1',
      'in flight 1',
      'throughput 0.4 req/s',
      'max throughput 2 req/s',
    ])
  })

  it('show the figures of the exported summary', () => {
    const result = syntheticRun()
    const [row = {}] = recordsOfCsv([...writeRun('summary', { result, scenarioText: '' })].join(''))
    const cell = (name: string) => Number(row[name])
    expect(cards(result.summary)).toEqual(
      expect.arrayContaining([
        `p50 ${formatSeconds(cell('latency_p50 [s]'))}`,
        `p95 ${formatSeconds(cell('latency_p95 [s]'))}`,
        `p99 ${formatSeconds(cell('latency_p99 [s]'))}`,
        `mean ${formatSeconds(cell('latency_mean [s]'))}`,
        `max ${formatSeconds(cell('latency_max [s]'))}`,
        `completed ${formatCount(cell('completed [requests]'))}`,
        `dropped ${formatCount(cell('dropped [requests]'))}`,
        `in flight ${formatCount(cell('in_flight [requests]'))}`,
        `throughput ${formatRate(cell('throughput_mean [requests/s]'))}`,
        `max throughput ${formatRate(cell('throughput_max [requests/s]'))}`,
      ]),
    )
  })

  it('show a dash where nothing completed, and never NaN', () => {
    const { summary } = syntheticRun(nothingCompleted())
    expect(cards(summary)).toContain('p95 –')
    const texts = figureGroups(summary).flatMap(({ figures }) => figures.map(({ text, exact }) => text + exact))
    expect(texts.join()).not.toMatch(/NaN|Infinity|null|undefined/)
  })

  it('show a dash for the largest throughput of a run without a whole second', () => {
    const summary = syntheticSummary({ throughput: { mean: 42.3, max: null } })
    expect(cards(summary)).toEqual(expect.arrayContaining(['throughput 42.3 req/s', 'max throughput –']))
  })

  it('do not round up to all requests what is nearly all', () => {
    const { requests, ...rest } = syntheticSummary()
    const exact = (completed: number) => {
      const outcomes = { ...requests.outcomes, completed }
      const summary = { ...rest, requests: { ...requests, generated: 6443, completed, outcomes } }
      const figures = figureGroups(summary).flatMap((group) => [...group.figures])
      return figures.find(({ label }) => label === 'completed')?.exact
    }
    expect(exact(6441)).toBe('6441 of 6443 requests (almost 100 %)')
    expect(exact(6443)).toBe('6443 of 6443 requests (100 %)')
  })

  it('have a cost only when the scenario states one', () => {
    const llmCost = { total: 1.5, perRequest: null, perHour: 540 }
    expect(cards(syntheticSummary({ llmCost }))).toEqual(
      expect.arrayContaining(['LLM cost $1.5', 'per request –', 'per hour $540']),
    )
    expect(cards(syntheticSummary()).join()).not.toContain('LLM')
  })

  it('tell the full precision, and the error of a histogram', () => {
    const exactOf = (summary: RunSummary) =>
      figureGroups(summary)[0]?.figures.find(({ label }) => label === 'p95')?.exact
    expect(exactOf(syntheticSummary())).toBe('0.0309 s')
    const { latency } = syntheticSummary()
    expect(exactOf(syntheticSummary({ latency: { ...latency, method: 'histogram' } }))).toBe('0.0309 s (within 0.3 %)')
  })
})

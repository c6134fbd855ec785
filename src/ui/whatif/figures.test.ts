import { expect, it } from 'vitest'
import type { Strain } from '../../engine/attribution/strain'
import { changeText, figures, rangeText, strainText, valueText } from './figures'
import { isKnob } from './knobs'

it('names values with their unit, one of them in the singular', () => {
  expect(valueText(4, 'cores')).toBe('4 cores')
  expect(valueText(1, 'cores')).toBe('1 core')
  expect(valueText(1, 's')).toBe('1 s')
  expect(valueText(0.0125, 'MB')).toBe('0.0125 MB')
  expect(valueText(0.02, '0…1')).toBe('0.02')
})

it('tells a change with its sign, where there is something to compare with', () => {
  expect(changeText(3, 2)).toBe('+50 %')
  expect(changeText(1, 2)).toBe('−50 %')
  expect(changeText(2, 2)).toBe('±0 %')
  expect(changeText(1, 0)).toBeUndefined()
  expect(changeText(null, 1)).toBeUndefined()
})

it('writes figures in their units', () => {
  expect(figures.p95.format(0.0312)).toBe('31.2 ms')
  expect(figures.throughput.format(43.5)).toBe('43.5 req/s')
  expect(figures.completedShare.format(0.98765)).toBe('98.77 %')
  expect(figures.completedShare.format(null)).toBe('–')
})

it('turns what changes figures, not what judges them or throws the dice', () => {
  expect(isKnob(['topology_graph', 'edges', 0, 'dropout_rate'])).toBe(true)
  expect(isKnob(['sim_settings', 'seed'])).toBe(false)
  expect(isKnob(['slos', 0, 'target'])).toBe(false)
})

it('tells what a value asks too much of, and nothing where all keeps up', () => {
  const done = (behind: Strain['behind'], end: 'horizon' | 'unstable') =>
    ({
      phase: 'done',
      figures: { p50: 1, p95: 2, p99: 3, mean: 1, throughput: 5, completedShare: 1 },
      strain: { saturated: [], behind },
      end,
    }) as const
  const cores = { component: 'srv', resource: 'cpu', sinceSeconds: 10 } as const
  expect(strainText(done(cores, 'horizon'))).toBe(' (the CPU of srv falls behind)')
  expect(strainText(done(cores, 'unstable'))).toBe(' (the CPU of srv falls behind)')
  expect(strainText(done(null, 'unstable'))).toBe(' (unstable)')
  expect(strainText(done(null, 'horizon'))).toBeUndefined()
})

it('tells the values that a curve reaches, not the ends of its axis', () => {
  const curve = [8.79, 0.3, 0.083, 0.09].map((y, value) => ({ value, y }))
  expect(rangeText(curve, figures.p95)).toBe('p95 latency from 83 ms to 8.79 s')
})

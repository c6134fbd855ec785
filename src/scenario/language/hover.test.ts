import { describe, expect, it } from 'vitest'
import { type Hover, hoverAt } from './hover'

/** Help where the text has its mark `‸`. */
function helpAt(marked: string): Hover | undefined {
  return hoverAt(marked.replace('‸', ''), marked.indexOf('‸'))
}

describe('hoverAt', () => {
  it('says what a key means, its unit, its default and what it may be', () => {
    expect(helpAt('sim_settings:\n  sample_‸period_s: 0.01\n')).toEqual({
      range: { start: 16, end: 31 },
      title: 'sample period',
      description: expect.stringContaining('samples of a gauge'),
      unit: 's',
      default: '0.01',
      bounds: '0.001 … 0.1',
    })
  })

  it('helps on a value as on its key', () => {
    const text = 'rqs_input:\n  user_sampling_window: 6‸0\n'
    expect(helpAt(text)?.title).toBe('user sampling window')
    expect(helpAt(text)?.range).toEqual({ start: 35, end: 37 })
  })

  it('tells the kinds of a step apart', () => {
    const step = (rest: string) =>
      `topology_graph:\n  nodes:\n    servers:\n      - endpoints:\n          - steps:\n              - ${rest}\n`
    expect(helpAt(step('kind: io_‸db'))?.description).toContain('Database call')
    expect(helpAt(step('ki‸nd: ram'))?.description).toContain('Memory')
    expect(helpAt(step('{ kind: ram, step_operation: { necessary_‸ram: 5 } }'))?.unit).toBe('MB')
  })

  it('names the laws that a field admits', () => {
    expect(helpAt('rqs_input: { avg_active_users: { distr‸ibution: normal } }')?.bounds).toBe('poisson, normal')
  })

  it('explains the law that is written, and its parameters with their units', () => {
    const edge = (latency: string) => `topology_graph:\n  edges:\n    - latency: ${latency}\n`
    expect(helpAt(edge('{ distribution: par‸eto, alpha: 2 }'))?.description).toMatch(/heavy tail/)
    expect(helpAt(edge('{ distri‸bution: pareto, alpha: 2 }'))?.title).toBe('Pareto')
    expect(helpAt(edge('{ distribution: pareto, mini‸mum: 2 }'))).toMatchObject({ title: 'minimum', unit: 's' })
    expect(helpAt(edge('{ distribution: log_normal, p9‸9.9: 2 }'))).toMatchObject({ title: 'quantile', unit: 's' })
    expect(helpAt(edge('{ distribution: mixture, components: [{ distribution: gamma, sha‸pe: 2 }] }'))?.title).toBe(
      'shape',
    )
    expect(helpAt(edge('{ distribution: mixture, components: [{ wei‸ght: 2 }] }'))?.title).toBe('weight')
    expect(helpAt('topology_graph: { edges: [{ lat‸ency: 3 }] }')).toMatchObject({ unit: 's', bounds: '> 0' })
  })

  it('says which word may stand for a number, and bounds that are not allowed themselves', () => {
    expect(helpAt('sim_settings: { warm_‸up_s: auto }')).toMatchObject({
      unit: 's',
      default: '0',
      bounds: '≥ 0, or auto',
    })
    expect(helpAt('slos: [{ kind: latency, tar‸get: 0.5 }]')?.bounds).toBe('> 0 and < 1')
    expect(helpAt('slos: [{ kind: latency, thres‸hold_s: 0.5 }]')).toMatchObject({ unit: 's', bounds: '> 0' })
  })

  it('works in a text that cannot be parsed', () => {
    expect(helpAt('sim_settings:\n  se‸ed: [1, 2\nevents: {{\n')?.title).toBe('seed')
  })

  it('has nothing to say about unknown keys, comments and blanks', () => {
    expect(helpAt('sim_settings:\n  spe‸ed: 1\n')).toBeUndefined()
    expect(helpAt('# see‸d\nsim_settings: {}\n')).toBeUndefined()
    expect(helpAt('sim_settings:\n  seed: 1\n\n‸\n')).toBeUndefined()
  })

  it('is not fooled by keys that every object has', () => {
    expect(helpAt('constr‸uctor: 1\n')).toBeUndefined()
    expect(helpAt('__pro‸to__: { id: 1 }\n')).toBeUndefined()
  })
})

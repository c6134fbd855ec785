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

import { describe, expect, it } from 'vitest'
import { syntheticRun } from '../../tests/fixtures/syntheticRun'
import { putTogether, takeApart } from './columnParts'

describe('data taken apart by columns', () => {
  it('comes back the same, whatever the ids are called', () => {
    const value = {
      result: syntheticRun(),
      text: 'a',
      nothing: null,
      absent: undefined,
      components: { $column: { mean: 1 }, ['__proto__']: { mean: 2 } },
    }
    const parts = structuredClone(takeApart(value))
    expect(putTogether(parts)).toEqual(value)
    expect(JSON.stringify(parts[0])).not.toContain('"0":')
  })

  it('has parts of a few megabytes, each column whole', () => {
    const columns = [3, 3, 0.5, 20, 1].map((mebibytes) => new Float64Array((mebibytes * 2 ** 20) / 8))
    const [, ...parts] = takeApart({ columns }) as [unknown, ...Float64Array[][]]
    expect(parts.map((part) => part.map(({ byteLength }) => byteLength / 2 ** 20))).toEqual([[3], [3, 0.5], [20], [1]])
  })

  it('comes back where columns are empty, the first ones too', () => {
    const value = { none: new Float64Array(), some: Float64Array.of(1), last: new Uint32Array() }
    expect(putTogether(structuredClone(takeApart(value)))).toEqual(value)
    const empty = { none: new Float64Array() }
    expect(putTogether(structuredClone(takeApart(empty)))).toEqual(empty)
  })

  it('is not put together when a part is missing', () => {
    const [frame] = takeApart({ column: Float64Array.of(1) })
    expect(() => putTogether([frame])).toThrow('missing')
  })
})

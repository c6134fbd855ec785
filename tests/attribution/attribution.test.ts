import { expect, test } from 'vitest'
import { simulate } from '../fixtures/scenario'
import { type Built, built, deceptive } from './built'

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

test.each([...built.map((one) => ({ ...one, runs: 20 })), ...deceptive.map((one) => ({ ...one, runs: 5 }))])(
  'E08 $name: the bottleneck is named in each of $runs runs',
  ({ scenario, bottleneck, since, runs }: Built & { readonly runs: number }) => {
    for (const seed of seeds(runs)) {
      const { bottleneck: found, verdict } = simulate(scenario, { seed }).attribution
      expect({ seed, resource: found?.resource }).toEqual({ seed, resource: bottleneck?.resource })
      if (bottleneck !== null) expect([bottleneck.component].flat()).toContain(found!.component)
      expect(verdict[0]).toContain(found?.component ?? 'Nothing held requests back.')
      expect(verdict.length).toBeLessThanOrEqual(5)
      if (since === undefined) continue
      expect(found!.sinceSeconds).toBeGreaterThanOrEqual(since.at - since.within)
      expect(found!.sinceSeconds).toBeLessThanOrEqual(since.at + since.within)
    }
  },
)

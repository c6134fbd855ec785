import { expect, test } from 'vitest'
import { simulate } from '../fixtures/scenario'
import { type Built, built, deceptive } from './built'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

test.each([...built, ...deceptive])(
  'E08 $name: the bottleneck is named in each of 20 runs',
  ({ scenario, bottleneck, since }: Built) => {
    for (const seed of SEEDS) {
      const found = simulate(scenario, { seed }).attribution.bottleneck
      expect({ seed, resource: found?.resource }).toEqual({ seed, resource: bottleneck?.resource })
      if (bottleneck !== null) expect([bottleneck.component].flat()).toContain(found!.component)
      if (since === undefined) continue
      expect(found!.sinceSeconds).toBeGreaterThanOrEqual(since.at - since.within)
      expect(found!.sinceSeconds).toBeLessThanOrEqual(since.at + since.within)
    }
  },
)

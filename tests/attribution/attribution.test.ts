import { expect, test } from 'vitest'
import { always, simulate, singleServer } from '../fixtures/scenario'
import { cpu, io, ram } from '../fixtures/timeline'
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

test('memory is not fuller than full where small requests fill what large ones leave', () => {
  const of = singleServer([ram(150), io(10)], { horizon: 300, users: always(1), resources: { ram_mb: 256 } })
  of.topology_graph.nodes.servers[0]!.endpoints.push({ endpoint_name: '/small', steps: [ram(100), io(10_000)] })
  const { utilisation } = simulate(of).attribution.use.find(({ resource }) => resource === 'ram')!
  expect(utilisation).toBeGreaterThan(0.7)
  expect(utilisation).toBeLessThanOrEqual(1)
})

test('later stretches of the same trouble are not what it was like otherwise', () => {
  // 8 requests/s on average for a server that can do 10; for 25 s at a time it is more, or less.
  const of = singleServer([cpu(100)], { horizon: 600, window: 25, users: { mean: 8, distribution: 'poisson' } })
  const several = seeds(20).flatMap((seed) => {
    const { bottleneck, effect, saturations } = simulate(of, { seed }).attribution
    return bottleneck?.resource === 'cpu' && saturations.length > 1 ? [effect!] : []
  })
  expect(several.length).toBeGreaterThan(5)
  for (const { before, during } of several) expect(before!).toBeLessThan(during!)
})

import { expect, it } from 'vitest'
import { distributionOf } from '../catalog/models'
import type { DurationSpec } from '../catalog/specs'
import { secondMoment } from './secondMoment'

it.each<[DurationSpec, number]>([
  [0.05, 0.0025],
  [{ distribution: 'exponential', mean: 0.01 }, 2e-4],
  [{ distribution: 'uniform', mean: 3 }, 12],
  [{ distribution: 'log_normal', mean: 2, variance: 36 }, 40],
  [{ distribution: 'gamma', mean: 0.5, cv: 0.5 }, 0.3125],
  [{ distribution: 'hyperexponential', mean: 1, cv: 3 }, 10],
  [{ distribution: 'empirical', samples: [1, 2, 3, 4] }, 7.5],
  [{ distribution: 'pareto', alpha: 3, minimum: 1 }, 3],
  [{ distribution: 'pareto', alpha: 1.8, mean: 1 }, Number.POSITIVE_INFINITY],
])('the second moment of %j is %d', (spec, expected) => {
  const moment = secondMoment(distributionOf(spec))
  if (Number.isFinite(expected)) expect(Math.abs(moment / expected - 1)).toBeLessThan(1e-4)
  else expect(moment).toBe(expected)
})

import { expect, test } from 'vitest'
import { checkModel } from '../../src/validation/checkModel'
import type { TheoryModel } from '../../src/validation/theoryModel'
import { effort } from '../fixtures/effort'
import { moreExactly } from './moreExactly'

/** A test for each model: every figure agrees with theory, with `times` the usual replications. */
export function testAgreement(models: readonly TheoryModel[], times = effort.times): void {
  test.each(models)('$title: every figure agrees with theory', (model) => {
    const { figures } = checkModel(moreExactly(model, times), effort.seed)
    const differences = figures
      .filter(({ verdict }) => verdict === 'differs')
      .map(({ name, expected, simulated, z }) => `${name}: ${simulated} instead of ${expected}, z = ${z}`)
    expect(differences).toEqual([])
  })
}

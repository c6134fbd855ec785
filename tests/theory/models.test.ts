import { describe, expect, test } from 'vitest'
import { checkModel } from '../../src/validation/checkModel'
import { theoryModels } from '../../src/validation/models'
import type { TheoryModel } from '../../src/validation/theoryModel'
import { effort } from '../fixtures/effort'

test('at least twenty models, most with four figures or more, and no name twice', () => {
  expect(theoryModels.length).toBeGreaterThanOrEqual(20)
  expect(new Set(theoryModels.map(({ id }) => id)).size).toBe(theoryModels.length)
  expect(theoryModels.filter(({ figures }) => figures.length >= 4).length).toBeGreaterThanOrEqual(20)
  for (const { figures } of theoryModels) expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length)
})

/** Half of the model's runs, of something else. */
const altered = (id: string, change: (text: string) => string): TheoryModel => {
  const model = theoryModels.find((each) => each.id === id)!
  const text = JSON.stringify(model.scenario)
  const changed = change(text)
  expect(changed).not.toBe(text)
  return { ...model, replications: 10, scenario: JSON.parse(changed) }
}

describe('the figures tell a wrong system from the right one', () => {
  test.each([
    ['2 % more arrivals', altered('mm1-half', (text) => text.replace('"mean":5,', '"mean":5.1,'))],
    ['2 % longer service', altered('mm1-half', (text) => text.replace('"mean":0.1', '"mean":0.102'))],
    [
      'service that varies a tenth less',
      altered('mm1-half', (text) =>
        text.replace('"distribution":"exponential","mean":0.1', '"distribution":"gamma","mean":0.1,"cv":0.9'),
      ),
    ],
    ['a request lost in fifty', altered('mm1-half', (text) => text.replace('"dropout_rate":0', '"dropout_rate":0.02'))],
    ['a link that takes 3 % longer', altered('hops', (text) => text.replace('"mean":0.01', '"mean":0.0103'))],
    [
      'one connection more',
      altered('pool-mm5', (text) => text.replace('"db_connection_pool":5', '"db_connection_pool":6')),
    ],
    ['memory for one more', altered('ram-md2', (text) => text.replace('"ram_mb":256', '"ram_mb":384'))],
    [
      'the shortest queue instead of the next',
      altered('round-robin-2', (text) => text.replace('round_robin', 'least_connection')),
    ],
    [
      'windows of 40 s',
      altered('users', (text) => text.replace('"user_sampling_window":60', '"user_sampling_window":40')),
    ],
  ])('%s', (_, model) => {
    expect(checkModel(model, effort.seed).verdict).toBe('differs')
  })
})

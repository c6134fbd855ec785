import { expect, test } from 'vitest'
import { syntheticRun } from '../../tests/fixtures/syntheticRun'
import { chooseRequests } from './requestChoice'

const { requests } = syntheticRun()

test('the slowest come slowest first, the failed in the order of their ends', () => {
  const { slowest, failed, sample } = chooseRequests(requests, 2)
  expect(slowest.map(({ id }) => id)).toEqual([3, 2])
  expect(failed.map(({ id, outcome }) => ({ id, outcome }))).toEqual([
    { id: 4, outcome: 'dropped:lb-srv1' },
    { id: 6, outcome: 'no_server_up' },
  ])
  expect(sample.map(({ id }) => id)).toEqual([1, 3])
})

test('the sample is spread over the run', () => {
  const count = 10_000
  const id = Uint32Array.from({ length: count }, (_, i) => i + 1)
  const log = {
    ...requests,
    id,
    start: new Float64Array(count),
    finish: new Float64Array(count).fill(1),
    outcome: new Uint16Array(count),
  }
  expect(chooseRequests(log, 4).sample.map((one) => one.id)).toEqual([1, 2501, 5001, 7501])
})

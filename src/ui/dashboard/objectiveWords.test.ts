import { expect, it } from 'vitest'
import type { ObjectiveResult } from '../../engine/objectives'
import { objectiveRow } from './objectiveWords'

const objective: ObjectiveResult = {
  id: 'fast',
  kind: 'latency',
  target: 0.99,
  valid: 2000,
  good: 1970,
  met: false,
  burnRate: 1.5,
  budgetUsed: 0.75,
}

it('says whether an objective was met, by how much, and what is left of its budget (E10)', () => {
  expect(objectiveRow(objective)).toEqual({
    id: 'fast',
    verdict: 'missed',
    share: '98.5 % fast enough, wanted 99 %',
    budget: '75 % of the error budget used, burn rate 1.5',
    exact: '1\u202f970 of 2\u202f000 requests were fast enough',
  })
  expect(objectiveRow({ ...objective, kind: 'availability', good: 2000, met: true })).toMatchObject({
    verdict: 'met',
    share: '100 % completed, wanted 99 %',
  })
})

it('tells apart shares that are close to all', () => {
  expect(objectiveRow({ ...objective, valid: 100_000, good: 99_987, target: 0.9999 }).share).toBe(
    '99.987 % fast enough, wanted 99.99 %',
  )
})

it('judges nothing without requests (E13)', () => {
  const none = { ...objective, valid: 0, good: 0, met: null, burnRate: null, budgetUsed: null }
  expect(objectiveRow(none)).toMatchObject({ verdict: 'no requests', budget: '' })
})

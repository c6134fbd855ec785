import { expect, test } from 'vitest'
import type { RequestKind } from '../../engine/requestChoice'
import { kindWords, type RequestKindName } from './requestKinds'

const kind = (listed: number, of: number): RequestKind => ({ places: new Uint32Array(listed), of })

test.each<[RequestKindName, RequestKind, string]>([
  ['slowest', kind(0, 0), 'None in this run.'],
  ['slowest', kind(100, 1234), 'The slowest of 1\u202f234 that were answered.'],
  ['failed', kind(3, 3), 'All that failed.'],
  ['failed', kind(1000, 5230), 'The first 1\u202f000 of 5\u202f230 that failed.'],
  ['sampled', kind(0, 0), 'None fell into the sample.'],
  ['sampled', kind(12, 12), 'Chosen by number, whatever they did.'],
  ['sampled', kind(400, 1000), '400 of 1\u202f000, chosen by number: more would be too much to keep.'],
])('of %s requests it is told which are listed, and why not all', (name, requests, words) => {
  expect(kindWords(name, requests)).toBe(words)
})

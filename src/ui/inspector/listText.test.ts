import { expect, test } from 'vitest'
import { listText, readList } from './listText'

test.each<[string, readonly number[] | Readonly<Record<string, number>>]>([
  ['0.01, 0.02, 3', [0.01, 0.02, 3]],
  ['p0 0.01, p50 0.02, p99.9 3', { p0: 0.01, p50: 0.02, 'p99.9': 3 }],
])('%s is written as it is read', (line, value) => {
  expect(readList(line, !Array.isArray(value))).toEqual(value)
  expect(listText(value)).toBe(line)
})

test('is lenient about spaces, colons and ends', () => {
  expect(readList(' 1 ,2e-3;.5, ', false)).toEqual([1, 0.002, 0.5])
  expect(readList('p50: 1, p99=2', true)).toEqual({ p50: 1, p99: 2 })
})

test('what is no number is not guessed at', () => {
  expect(readList('1, two', false)).toBeUndefined()
  expect(readList('p50 x', true)).toBeUndefined()
  expect(readList('0.5', true)).toBeUndefined()
})

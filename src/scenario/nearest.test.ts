import { expect, test } from 'vitest'
import { nearest } from './nearest'

test.each([
  ['lantency', ['mean', 'latency', 'variance'], 'latency'],
  ['sevrer', ['client', 'server'], 'server'],
  ['Server', ['servers', 'server'], 'server'],
  ['cpu-cores', ['cpu_cores', 'cpu_core'], 'cpu_cores'],
  ['db connection pool', ['ram_mb', 'db_connection_pool'], 'db_connection_pool'],
  // What begins alike is near, from five letters on.
  ['exponent', ['normal', 'exponential'], 'exponential'],
  ['exponentially', ['exponential', 'normal'], 'exponential'],
  ['round', ['least_connection', 'round_robin'], 'round_robin'],
  ['least', ['round_robin', 'least_connection'], 'least_connection'],
  ['logn', ['log_normal'], undefined],
  // Of equally near ones the first.
  ['srv-3', ['srv-1', 'srv-2'], 'srv-1'],
  ['ax', ['ab', 'cd'], 'ab'],
  ['ab', ['cd', 'abc1', ''], undefined],
  ['server', ['server'], undefined],
  ['server', [], undefined],
])('%s, of %j, is probably %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

test.each([
  { what: 'replaced', three: 'abcxyzghi', four: 'abwxyzghi' },
  { what: 'inserted', three: '123abcdefghi', four: '1234abcdefghi' },
  { what: 'left out', three: 'defghi', four: 'efghi' },
  { what: 'swapped with its neighbour', three: 'badcfeghi', four: 'badcfehgi' },
])('of nine letters three may be $what, not four', ({ three, four }) => {
  expect(nearest('abcdefghi', [four])).toBeUndefined()
  expect(nearest('abcdefghi', [four, three])).toBe(three)
})

test('a fault in the spelling of a sign is nearer than one in a letter', () => {
  expect(nearest('ready-queue', ['ready_queux', 'readyXqueue', 'ready_queue'])).toBe('ready_queue')
})

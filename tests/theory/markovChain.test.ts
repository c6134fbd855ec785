import { expect, test } from 'vitest'
import { MMc } from '../../src/stats/queueing/mmc'
import { theoryModels } from '../../src/validation/models'
import { stationaryMean, type Transition } from './markovChain'

/** What a model expects, which was solved here. */
function expected(id: string, name: string): number {
  return theoryModels.find((model) => model.id === id)!.figures.find((figure) => figure.name === name)!.expected
}

/** Rate at which a core serves [1/s]. */
const RATE = 10

test('the solver knows M/M/2', () => {
  const meanOf = stationaryMean([0], ([n]) => [
    ...(n! < 200 ? [{ to: [n! + 1], rate: 14 }] : []),
    ...(n! > 0 ? [{ to: [n! - 1], rate: Math.min(n!, 2) * RATE }] : []),
  ])
  const theory = new MMc(2, 1.4, 0.1)
  expect(meanOf(([n]) => Math.max(0, n! - 2)) / 14).toBeCloseTo(theory.meanWait, 9)
  expect(meanOf(([n]) => (n! >= 2 ? 1 : 0))).toBeCloseTo(theory.waits, 9)
})

test('the shorter of two queues', () => {
  const longest = 50
  const meanOf = stationaryMean([0, 0], ([left, right]) => {
    const [a, b] = [left!, right!]
    const join: Transition[] =
      a === b
        ? [
            { to: [a + 1, b], rate: 8 },
            { to: [a, b + 1], rate: 8 },
          ]
        : [{ to: a < b ? [a + 1, b] : [a, b + 1], rate: 16 }]
    return [
      ...(Math.min(a, b) < longest ? join : []),
      ...(a > 0 ? [{ to: [a - 1, b], rate: RATE }] : []),
      ...(b > 0 ? [{ to: [a, b - 1], rate: RATE }] : []),
    ]
  })
  const latency = meanOf(([a, b]) => a! + b!) / 16
  expect(latency).toBeCloseTo(expected('least-connection', 'mean latency'), 7)
  expect(latency - 0.1).toBeCloseTo(expected('least-connection', 'mean wait'), 7)
  expect(meanOf(([a, b]) => (a! > 0 && b! > 0 ? 1 : 0))).toBeCloseTo(expected('least-connection', 'P(wait > 0 s)'), 7)
})

test('two cores with service in two stages', () => {
  const stage = 2 * RATE
  // Who is in the first stage, who in the second, who waits.
  const meanOf = stationaryMean([0, 0, 0], ([a, b, n]) => {
    const [first, second, waiting] = [a!, b!, n!]
    const arrival = first + second < 2 ? [first + 1, second, 0] : [first, second, waiting + 1]
    const next = waiting > 0 ? [first + 1, second - 1, waiting - 1] : [first, second - 1, 0]
    return [
      ...(waiting < 300 ? [{ to: arrival, rate: 14 }] : []),
      ...(first > 0 ? [{ to: [first - 1, second + 1, waiting], rate: first * stage }] : []),
      ...(second > 0 ? [{ to: next, rate: second * stage }] : []),
    ]
  })
  expect(meanOf(([, , n]) => n!) / 14).toBeCloseTo(expected('me2-2', 'mean wait'), 7)
  expect(meanOf(([a, b]) => (a! + b! === 2 ? 1 : 0))).toBeCloseTo(expected('me2-2', 'P(wait)'), 7)
})

test('two cores with service on one of two branches', () => {
  // Mean 0.1 and cv 2 with balanced means: p = (1 + √((cv² − 1)/(cv² + 1)))/2, rates 2p/mean and 2(1 − p)/mean.
  const fast = (1 + Math.sqrt(3 / 5)) / 2
  const rates = [2 * fast * RATE, 2 * (1 - fast) * RATE] as const
  const begin = (a: number, b: number, waiting: number, rate: number): Transition[] => [
    { to: [a + 1, b, waiting], rate: rate * fast },
    { to: [a, b + 1, waiting], rate: rate * (1 - fast) },
  ]
  const end = (a: number, b: number, waiting: number, rate: number): Transition[] =>
    waiting > 0 ? begin(a, b, waiting - 1, rate) : [{ to: [a, b, 0], rate }]
  // Who is on the fast branch, who on the slow one, who waits.
  const meanOf = stationaryMean([0, 0, 0], ([a, b, n]) => {
    const [quick, slow, waiting] = [a!, b!, n!]
    const arrival = quick + slow < 2 ? begin(quick, slow, 0, 14) : [{ to: [quick, slow, waiting + 1], rate: 14 }]
    return [
      ...(waiting < 300 ? arrival : []),
      ...(quick > 0 ? end(quick - 1, slow, waiting, quick * rates[0]) : []),
      ...(slow > 0 ? end(quick, slow - 1, waiting, slow * rates[1]) : []),
    ]
  })
  expect(meanOf(([, , n]) => n!) / 14).toBeCloseTo(expected('mh2-2', 'mean wait'), 7)
  expect(meanOf(([a, b]) => (a! + b! === 2 ? 1 : 0))).toBeCloseTo(expected('mh2-2', 'P(wait)'), 7)
})

test('memory for two small requests or one large, with head-of-line blocking', () => {
  const SMALL = 1
  const LARGE = 2
  const NOBODY = 0
  interface Next {
    readonly to: readonly number[]
    readonly chance: number
  }
  /** Admits from the head of the queue as long as memory lasts; who stands behind the head is small or large alike. */
  const admit = (small: number, large: number, head: number, behind: number, chance: number): Next[] => {
    if (head === LARGE && small + large === 0) return admit(0, 1, NOBODY, behind, chance)
    if (head === SMALL && large === 0 && small < 2) return admit(small + 1, 0, NOBODY, behind, chance)
    if (head !== NOBODY || behind === 0) return [{ to: [small, large, head, behind], chance }]
    return [SMALL, LARGE].flatMap((next) => admit(small, large, next, behind - 1, chance / 2))
  }
  const at = (rate: number, next: Next[]) => next.map(({ to, chance }) => ({ to, rate: rate * chance }))
  // Small ones and large ones that hold memory, who is at the head of the queue, how many stand behind.
  const meanOf = stationaryMean([0, 0, NOBODY, 0], ([s, l, h, n]) => {
    const [small, large, head, behind] = [s!, l!, h!, n!]
    return [
      ...(behind < 300 ? at(8, admit(small, large, head, behind + 1, 1)) : []),
      ...(small > 0 ? at(small * RATE, admit(small - 1, large, head, behind, 1)) : []),
      ...(large > 0 ? at(RATE, admit(small, 0, head, behind, 1)) : []),
    ]
  })
  const waiting = meanOf(([, , head, behind]) => (head === NOBODY ? 0 : 1) + behind!)
  expect(waiting / 8).toBeCloseTo(expected('ram-head-of-line', 'mean wait'), 7)
  expect(meanOf(([small, large]) => small! + large!) + waiting).toBeCloseTo(
    expected('ram-head-of-line', 'mean number at the server'),
    6,
  )
  expect(meanOf(([small, large]) => 128 * small! + 256 * large!)).toBeCloseTo(153.6, 6)
})

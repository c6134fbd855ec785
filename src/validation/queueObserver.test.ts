import { expect, test } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu } from '../../tests/fixtures/timeline'
import { Run } from '../engine/run'
import { QueueObserver } from './queueObserver'

/** One core, 50 ms each, half busy; links of 1 ms. */
const scenario = singleServer([cpu(50)], { horizon: 200 })
const FROM = 20
const SERVICE = 0.05
const LINK = 0.001

/** When each request came to the server and left it, from its start and finish alone; in order of arrival. */
const stays = (() => {
  const { start, finish } = simulate(scenario).requests
  const all = Array.from(start, (born, i) => ({ from: born + 2 * LINK, to: finish[i]! - LINK }))
  return all.toSorted((a, b) => a.from - b.from)
})()

const queue = (() => {
  const run = new Run({ scenario, scenarioName: 'test', seed: 1, appVersion: 'test' })
  const observer = new QueueObserver(run.network, FROM)
  run.toEnd(1000)
  return observer
})()

test('the time with n requests at the server is the time with n requests at the server', () => {
  const borders = stays
    .flatMap(({ from, to }) => [
      { time: from, change: 1 },
      { time: to, change: -1 },
    ])
    .toSorted((a, b) => a.time - b.time)
  const timeWith = Array<number>(50).fill(0)
  let present = 0
  let last = 0
  for (const { time, change } of borders) {
    timeWith[present]! += Math.max(0, time - Math.max(last, FROM))
    present += change
    last = time
  }
  const total = timeWith.reduce((a, b) => a + b)
  for (let n = 0; n < 8; n++) expect(queue.shareOfTime(n)).toBeCloseTo(timeWith[n]! / total, 3)
  const mean = timeWith.reduce((sum, time, n) => sum + (n * time) / total, 0)
  expect(queue.mean).toBeCloseTo(mean, 2)
  expect(queue.variance).toBeCloseTo(
    timeWith.reduce((sum, time, n) => sum + (n * n * time) / total, 0) - mean * mean,
    2,
  )
})

test('an arrival finds those that are still there', () => {
  const arrivals = stays.map((stay, i) => ({
    time: stay.from,
    found: stays.slice(Math.max(0, i - 50), i).filter(({ to }) => to > stay.from).length,
  }))
  const counted = arrivals.filter(({ time }) => time >= FROM)
  expect(queue.meanFound).toBeCloseTo(counted.reduce((sum, { found }) => sum + found, 0) / counted.length, 2)
  expect(queue.shareFinding(1)).toBeCloseTo(counted.filter(({ found }) => found >= 1).length / counted.length, 2)
  expect(queue.shareFinding(0)).toBe(1)
})

test('a wait is the stay without the service', () => {
  const waits = stays.filter(({ to }) => to >= FROM).map(({ from, to }) => to - from - SERVICE)
  const mean = waits.reduce((a, b) => a + b) / waits.length
  expect(queue.meanWait).toBeCloseTo(mean, 9)
  expect(queue.waitDeviation).toBeCloseTo(
    Math.sqrt(waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / waits.length),
    9,
  )
  expect(queue.shareWaitingLonger(0.03)).toBeCloseTo(waits.filter((wait) => wait > 0.03).length / waits.length, 9)
  expect(queue.waitQuantile(1)).toBeCloseTo(Math.max(...waits), 9)
})

test('a busy period lasts from an arrival at the empty server until it is empty again', () => {
  const periods: number[] = []
  let begun = stays[0]!.from
  let end = stays[0]!.to
  for (const { from, to } of stays.slice(1)) {
    if (from > end) {
      if (begun >= FROM) periods.push(end - begun)
      begun = from
    }
    end = to
  }
  periods.push(end - begun)
  expect(queue.meanBusyPeriod).toBeCloseTo(periods.reduce((a, b) => a + b) / periods.length, 3)
})

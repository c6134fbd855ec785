import { expect, test } from 'vitest'
import { cpu, db, io, ram, ServerTimeline, spawn } from '../../../../tests/fixtures/timeline'

const drawn = (text: string) => text.trim().replace(/\n */g, '\n')

test('a request gives its core back while it sleeps, and queues again behind those that wait', () => {
  const timeline = new ServerTimeline({ endpoints: [[cpu(10), io(20), cpu(10)]], arrivals: [0, 0] })
  expect(timeline.draw(60)).toBe(
    drawn(`
      r1 CC....CC
      r2 wwCC....CC`),
  )
})

test('consecutive CPU steps keep the core, also with a RAM step between them', () => {
  const timeline = new ServerTimeline({ endpoints: [[cpu(5), ram(100), cpu(5)]], arrivals: [0, 0] })
  expect(timeline.draw(25)).toBe(
    drawn(`
      r1 CC
      r2 wwCC`),
  )
})

test('as many requests compute at a time as there are cores', () => {
  const timeline = new ServerTimeline({ resources: { cpu_cores: 2 }, endpoints: [[cpu(10)]], arrivals: [0, 0, 0, 0] })
  expect(timeline.draw(20)).toBe(
    drawn(`
      r1 CC
      r2 CC
      r3 wwCC
      r4 wwCC`),
  )
})

test('RAM is asked for first, held to the end, and a request that waits for it takes no core', () => {
  const timeline = new ServerTimeline({
    resources: { ram_mb: 256 },
    endpoints: [[cpu(5), ram(200), io(10)]],
    arrivals: [0, 0],
  })
  expect(timeline.gaugesAt(2)).toEqual({ ready: 0, io: 0, ram: 200 })
  expect(timeline.draw(30)).toBe(
    drawn(`
      r1 C..
      r2 wwwC..`),
  )
  expect(timeline.gaugesAt(31)).toEqual({ ready: 0, io: 0, ram: 0 })
})

test('a small demand for RAM waits behind a large one', () => {
  const timeline = new ServerTimeline({
    resources: { ram_mb: 300 },
    endpoints: [
      [ram(200), io(20)],
      [ram(250), io(10)],
      [ram(50), io(5)],
    ],
    arrivals: [0, 1, 2],
  })
  expect(timeline.draw(40)).toBe(
    drawn(`
      r1 ....
      r2 wwww..
      r3 wwww.`),
  )
})

test('fractions of RAM leave no residue that would block a demand for all of it', () => {
  const timeline = new ServerTimeline({
    resources: { ram_mb: 256 },
    endpoints: [
      [ram(0.1), io(1)],
      [ram(0.2), io(2)],
      [ram(256), io(3)],
    ],
    arrivals: [0, 0, 10],
  })
  timeline.draw(20)
  expect(timeline.finishTimes()).toEqual([1, 2, 13])
})

test('the ready queue counts those that wait for a core, not those that hold one', () => {
  const timeline = new ServerTimeline({ endpoints: [[cpu(5)]], arrivals: [0, 0] })
  expect(timeline.gaugesAt(4).ready).toBe(1)
  expect(timeline.gaugesAt(6.5).ready).toBe(0)
})

test('consecutive I/O steps count as one sleep', () => {
  const timeline = new ServerTimeline({ endpoints: [[io(10), io(15)]], arrivals: [0] })
  expect([5, 10, 20, 26].map((ms) => timeline.gaugesAt(ms).io)).toEqual([1, 1, 1, 0])
  expect(timeline.finishTimes()).toEqual([25])
})

test('a database step waits asleep, without a core, for one of the connections', () => {
  const timeline = new ServerTimeline({
    resources: { cpu_cores: 2, db_connection_pool: 1 },
    endpoints: [[cpu(5), db(10)]],
    arrivals: [0, 0, 0],
  })
  expect(timeline.gaugesAt(7)).toEqual({ ready: 0, io: 2, ram: 0 })
  timeline.draw(50)
  expect(timeline.finishTimes()).toEqual([15, 25, 35])
})

test('without a pool size database steps never wait', () => {
  const timeline = new ServerTimeline({ endpoints: [[db(10)]], arrivals: [0, 0, 0] })
  timeline.draw(20)
  expect(timeline.finishTimes()).toEqual([10, 10, 10])
})

test('steps that wait for something else take no connection', () => {
  const timeline = new ServerTimeline({
    resources: { db_connection_pool: 1 },
    endpoints: [[io(10), db(5)]],
    arrivals: [0, 0],
  })
  timeline.draw(30)
  expect(timeline.finishTimes()).toEqual([15, 20])
})

test('a background task goes on after the answer, counts as sleeping and holds no RAM', () => {
  const timeline = new ServerTimeline({ endpoints: [[ram(100), cpu(5), spawn(50), cpu(5)]], arrivals: [0] })
  expect(timeline.gaugesAt(7)).toEqual({ ready: 0, io: 1, ram: 100 })
  expect(timeline.gaugesAt(20)).toEqual({ ready: 0, io: 1, ram: 0 })
  expect(timeline.gaugesAt(56)).toEqual({ ready: 0, io: 0, ram: 0 })
  expect(timeline.finishTimes()).toEqual([10])
})

test('an endpoint without steps answers at once', () => {
  const timeline = new ServerTimeline({ endpoints: [[]], arrivals: [3] })
  timeline.draw(10)
  expect(timeline.finishTimes()).toEqual([3])
})

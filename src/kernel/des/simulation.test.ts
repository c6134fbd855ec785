import { expect, test } from 'vitest'
import { Simulation, type Station } from './simulation'

/** Writes down what happens to it. */
function recorder(simulation: Simulation, log: string[]): number {
  const station: Station = { on: (signal, slot) => void log.push(`${simulation.now}:${signal}/${slot}`) }
  return simulation.register(station)
}

test('events happen in order, and nothing at exactly the end', () => {
  const simulation = new Simulation()
  const log: string[] = []
  const address = recorder(simulation, log)
  simulation.schedule(2, 3, address, 1, 10)
  simulation.schedule(1, 3, address, 2, 20)
  simulation.schedule(1, 0, address, 3, 30)
  simulation.schedule(5, 0, address, 4, 40)
  expect(simulation.step(5, 100)).toBe(false)
  expect(log).toEqual(['1:3/30', '1:2/20', '2:1/10'])
  expect(simulation.now).toBe(5)
})

test('a slice ends after as many events as asked for and goes on where it stopped', () => {
  const simulation = new Simulation()
  const log: string[] = []
  const address = recorder(simulation, log)
  for (let i = 1; i <= 3; i++) simulation.schedule(i, 3, address, 0, i)
  expect(simulation.step(10, 2)).toBe(true)
  expect(log).toEqual(['1:0/1', '2:0/2'])
  expect(simulation.step(10, 2)).toBe(false)
  expect(log).toEqual(['1:0/1', '2:0/2', '3:0/3'])
})

test('the clock ticks from one period on, sees the state after events of its time, and stops before the end', () => {
  const simulation = new Simulation()
  const log: string[] = []
  const address = recorder(simulation, log)
  simulation.startClock(1, { passed: (count) => void log.push(`${count} ticks`) })
  simulation.schedule(2, 3, address, 0, 0)
  simulation.schedule(2.5, 3, address, 0, 1)
  simulation.step(4, 100)
  expect(log).toEqual(['1 ticks', '2:0/0', '1 ticks', '2.5:0/1', '1 ticks'])
})

test('an observer sees each event of the stations known by then, before and after it happens', () => {
  const simulation = new Simulation()
  const log: string[] = []
  const address = recorder(simulation, log)
  simulation.observe({
    before: (station, signal, slot) => void log.push(`before ${station}:${signal}/${slot} at ${simulation.now}`),
    after: (station, signal, slot) => void log.push(`after ${station}:${signal}/${slot}`),
  })
  const late = recorder(simulation, log)
  simulation.schedule(1, 3, address, 2, 20)
  simulation.schedule(2, 3, late, 3, 30)
  simulation.step(5, 100)
  expect(log).toEqual([`before ${address}:2/20 at 1`, '1:2/20', `after ${address}:2/20`, '2:3/30'])
  expect(simulation.events).toBe(2)
})

test('stations have addresses of their own, and all sixteen signals', () => {
  const simulation = new Simulation()
  const log: string[] = []
  const addresses = ['a', 'b', 'c'].map((name) =>
    simulation.register({ on: (signal, slot) => void log.push(`${name}:${signal}/${slot}`) }),
  )
  simulation.schedule(1, 0, addresses[2]!, 15, 0)
  simulation.schedule(2, 0, addresses[0]!, 0, 2 ** 26 - 1)
  simulation.scheduleAt(3, 0, addresses[1]!, 8, 1)
  simulation.step(4, 100)
  expect(log).toEqual(['c:15/0', `a:0/${2 ** 26 - 1}`, 'b:8/1'])
})

test('an event in the past is refused', () => {
  const simulation = new Simulation()
  const address = recorder(simulation, [])
  simulation.step(3, 1)
  expect(() => simulation.scheduleAt(2, 3, address, 0, 0)).toThrow('in the past')
})

/** Two stations that hand an event to and fro for ever after one second, and one that has nothing to do with it. */
function ringOfTwo(delay: number): Simulation {
  const simulation = new Simulation()
  const there: Station = { on: () => simulation.schedule(delay, 2, back, 0, 0) }
  const first = simulation.register(there, 'cache')
  const back = simulation.register({ on: () => simulation.schedule(delay, 2, first, 0, 0) }, 'store')
  const clock = simulation.register({ on: () => simulation.schedule(0.25, 2, clock, 0, 0) }, 'clock')
  simulation.schedule(0, 2, clock, 0, 0)
  simulation.schedule(1, 2, first, 0, 0)
  return simulation
}

test.each([1_000, 70_000, 5_000_000])(
  'a loop that takes no time ends in an error that names its stations, in slices of %i',
  (slice) => {
    const simulation = ringOfTwo(0)
    const run = () => {
      while (simulation.step(10, slice)) {
        // To the error.
      }
    }
    expect(run).toThrow(/1048576 events at 1 s, among (cache, store|store, cache)$/)
    expect(simulation.events).toBeGreaterThan(1_000_000)
    expect(simulation.events).toBeLessThan(1_200_000)
  },
)

test('a million events in little time are no error', () => {
  const simulation = ringOfTwo(1e-6)
  while (simulation.step(3, 100_000)) {
    // To the end.
  }
  expect(simulation.events).toBeGreaterThan(1_900_000)
  expect(simulation.now).toBe(3)
})

import { expect, it } from 'vitest'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { describeEvent, eventLanes } from './eventLanes'

function outage(start: number, end: number): InjectedEvent {
  return { id: 'out', kind: 'server_outage', target: 'srv-1', start, end }
}

it('stacks labels of events at the same time, and only those', () => {
  expect(eventLanes([outage(0, 10), outage(5, 8), outage(9, 12), outage(10, 11)])).toEqual([0, 1, 1, 0])
})

it('does not depend on the order of the events', () => {
  expect(eventLanes([outage(20, 30), outage(0, 25)])).toEqual([1, 0])
})

it('tells name, target and times of an event', () => {
  expect(describeEvent(outage(60, 120))).toBe('out: srv-1 is out of rotation from 60 s to 120 s')
  expect(describeEvent({ id: 'slow', kind: 'network_spike', target: 'lb-1', start: 0, end: 1200, spike: 0.05 })).toBe(
    'slow: lb-1 takes 50 ms longer from 0 s to 20 min',
  )
})

import { expect, it } from 'vitest'
import { eventMarkers, labelLanes, warmUpMarkers } from './markers'

it('stacks labels at the same time, and only those', () => {
  const markers = [at(0, 10), at(5, 8), at(9, 12), at(10, 11)]
  expect(labelLanes(markers, 0)).toEqual([0, 1, 1, 0])
})

it('stacks labels of moments that are closer than a label is wide', () => {
  expect(labelLanes([at(0, 0), at(5, 5), at(12, 12)], 10)).toEqual([0, 1, 0])
})

it('does not depend on the order of the markers', () => {
  expect(labelLanes([at(20, 30), at(0, 25)], 0)).toEqual([1, 0])
})

it('tells name, target and times of an event (E04)', () => {
  const [outage, spike] = eventMarkers([
    { id: 'out', kind: 'server_outage', target: 'srv-1', start: 60, end: 120 },
    { id: 'slow', kind: 'network_spike', target: 'lb-1', start: 0, end: 1200, spike: 0.05 },
  ])
  expect(outage).toMatchObject({ label: 'out', description: 'out: srv-1 is out of rotation from 60 s to 120 s' })
  expect(spike?.description).toBe('slow: lb-1 takes 50 ms longer from 0 s to 20 min')
})

it('marks the end of a warm-up, and none where there is none (E09)', () => {
  expect(warmUpMarkers({ seconds: 30, by: 'stated' })).toMatchObject([{ start: 30, end: 30 }])
  expect(warmUpMarkers({ seconds: 0, by: 'none' })).toEqual([])
})

function at(start: number, end: number) {
  return { start, end }
}

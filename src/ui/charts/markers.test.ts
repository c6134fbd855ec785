import { expect, it } from 'vitest'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { eventMarkers, firstLossMarkers, labelLanes, saturationMarkers, warmUpMarkers } from './markers'

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

it('marks the interval of the first loss, and of the first request without a server (E04)', () => {
  const { intervals } = syntheticRun()
  const none = new Float64Array(intervals.ends.length)
  const inSecond = Float64Array.from(intervals.ends, (_, i) => (i >= 1 ? 3 : 0))
  expect(firstLossMarkers({ ...intervals, dropped: none, noServerUp: none })).toEqual([])
  expect(firstLossMarkers({ ...intervals, dropped: inSecond, noServerUp: none })).toMatchObject([
    { label: 'first loss', start: intervals.ends[0], end: intervals.ends[0] },
  ])
  expect(firstLossMarkers({ ...intervals, dropped: none, noServerUp: inSecond })).toMatchObject([
    { label: 'first without server', start: intervals.ends[0] },
  ])
})

it('marks where resources were saturated from beginning to end, the longest of many (E04)', () => {
  const saturations = Array.from({ length: 9 }, (_, i) => ({
    component: `srv-${i}`,
    resource: 'cpu' as const,
    from: 10 * i,
    to: 11 * i + 1,
    share: 0.5,
  }))
  const markers = saturationMarkers(saturations)
  expect(markers).toHaveLength(6)
  expect(markers[0]).toMatchObject({ kind: 'state', label: 'srv-8 CPU', start: 80, end: 89 })
  expect(markers.some(({ label }) => label === 'srv-0 CPU')).toBe(false)
})

function at(start: number, end: number) {
  return { start, end }
}

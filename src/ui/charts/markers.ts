import { assertUnreachable } from '../../base/assert'
import { formatClock, formatSeconds } from '../../base/format'
import type { Saturation } from '../../engine/attribution/attribution'
import { type Intervals, startOf } from '../../engine/intervals'
import type { WarmUp } from '../../engine/runResult'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { resourceNames } from './resourceNames'

/** Something that happened at a time or lasted for a while: marked on every time chart. */
export interface Marker {
  readonly id: string
  /** `event`: the scenario injects it; `state`: the run came to it; `warm-up`: figures begin there. */
  readonly kind: 'event' | 'state' | 'warm-up'
  readonly label: string
  /** One line that says everything about it. */
  readonly description: string
  /** [s]; equal: a moment. */
  readonly start: number
  readonly end: number
}

export function eventMarkers(events: readonly InjectedEvent[]): Marker[] {
  return events.map((event) => ({
    id: `event ${event.id}`,
    kind: 'event',
    label: event.id,
    description: describeEvent(event),
    start: event.start,
    end: event.end,
  }))
}

/** The end of the warm-up, if there is one. */
export function warmUpMarkers({ seconds }: WarmUp): Marker[] {
  if (seconds === 0) return []
  const description = `Figures begin at ${formatClock(seconds)}, after the warm-up`
  return [{ id: 'warm-up', kind: 'warm-up', label: 'warm-up ends', description, start: seconds, end: seconds }]
}

/** The interval in which requests were lost, or found no server, for the first time. */
export function firstLossMarkers(intervals: Intervals): Marker[] {
  return [
    firstOf('first loss', intervals.dropped, intervals),
    firstOf('first without server', intervals.noServerUp, intervals),
  ].flat()
}

function firstOf(label: string, counts: Float64Array, intervals: Intervals): Marker[] {
  const index = counts.findIndex((count) => count > 0)
  if (index < 0) return []
  const start = startOf(intervals, index)
  const end = startOf(intervals, index + 1)
  const description = `${label}: between ${formatClock(start)} and ${formatClock(end)}`
  return [{ id: label, kind: 'state', label, description, start, end: start }]
}

/** More would cover the charts: only the longest are marked. */
const MOST_SATURATIONS = 6

/** Stretches in which a resource kept requests waiting. */
export function saturationMarkers(saturations: readonly Saturation[]): Marker[] {
  const longest = saturations.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_SATURATIONS)
  return longest.map(({ component, resource, from, to }) => {
    const label = `${component} ${resourceNames[resource]}`
    const description = `${label}: requests waited for it from ${formatClock(from)} to ${formatClock(to)}`
    return { id: `${label} ${from}`, kind: 'state', label, description, start: from, end: to }
  })
}

/** Row of each label, from 0, so that labels at the same time stand under each other; a label takes at least `room` [s]. */
export function labelLanes(markers: readonly Pick<Marker, 'start' | 'end'>[], room: number): number[] {
  const endOfLane: number[] = []
  const lanes = Array<number>(markers.length).fill(0)
  const inOrder = [...markers.keys()].sort((a, b) => (markers[a]?.start ?? 0) - (markers[b]?.start ?? 0))
  for (const index of inOrder) {
    const { start, end } = markers[index] as Marker
    const free = endOfLane.findIndex((laneEnd) => laneEnd <= start)
    const lane = free < 0 ? endOfLane.length : free
    endOfLane[lane] = Math.max(end, start + room)
    lanes[index] = lane
  }
  return lanes
}

function describeEvent(event: InjectedEvent): string {
  const when = `${formatClock(event.start)} to ${formatClock(event.end)}`
  switch (event.kind) {
    case 'server_outage':
      return `${event.id}: ${event.target} is out of rotation from ${when}`
    case 'network_spike':
      return `${event.id}: ${event.target} takes ${formatSeconds(event.spike)} longer from ${when}`
    default:
      return assertUnreachable(event.kind)
  }
}

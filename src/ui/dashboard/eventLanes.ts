import { assertUnreachable } from '../../base/assert'
import { formatClock, formatSeconds } from '../../base/format'
import type { InjectedEvent } from '../../scenario/injectedEvents'

/** Row of each event's label, from 0, so that labels of events at the same time stand under each other. */
export function eventLanes(events: readonly InjectedEvent[]): number[] {
  const endOfLane: number[] = []
  const lanes = Array<number>(events.length).fill(0)
  const inOrder = [...events.keys()].sort((a, b) => (events[a]?.start ?? 0) - (events[b]?.start ?? 0))
  for (const index of inOrder) {
    const { start, end } = events[index] as InjectedEvent
    const free = endOfLane.findIndex((laneEnd) => laneEnd <= start)
    const lane = free < 0 ? endOfLane.length : free
    endOfLane[lane] = end
    lanes[index] = lane
  }
  return lanes
}

/** One line that says everything about an event. */
export function describeEvent(event: InjectedEvent): string {
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

import { eventMarkers, firstLossMarkers, type Marker, warmUpMarkers } from './markers'
import type { ShownRun } from './shownRun'

/** All that the time charts of a run mark. */
export function runMarkers({ injectedEvents, view }: ShownRun): Marker[] {
  return [...warmUpMarkers(view.summary.warmUp), ...eventMarkers(injectedEvents), ...firstLossMarkers(view.intervals)]
}

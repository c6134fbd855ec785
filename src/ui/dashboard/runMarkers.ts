import { eventMarkers, firstLossMarkers, type Marker, saturationMarkers, warmUpMarkers } from '../charts/markers'
import type { ShownRun } from './shownRun'

/** All that the time charts of a run mark. */
export function runMarkers({ injectedEvents, view, finished }: ShownRun): Marker[] {
  return [
    ...warmUpMarkers(view.summary.warmUp),
    ...eventMarkers(injectedEvents),
    ...firstLossMarkers(view.intervals),
    ...(finished ? saturationMarkers(finished.result.attribution.saturations) : []),
  ]
}

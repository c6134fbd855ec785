import { chooseRequests, type RequestChoice, type Sampling } from '../engine/requestChoice'
import { type Followed, traceRequests } from '../engine/requestTrace'
import type { RequestLog } from '../engine/runResult'
import { type SpanColumns, spanColumns } from '../engine/spanColumns'
import type { RunRequest } from './protocol'

/** The course of the chosen requests. */
export interface TracedRequests {
  /** What could be followed of it: of the sample perhaps only a part. */
  readonly choice: RequestChoice
  readonly spans: SpanColumns
}

/** Follows the slowest, the failed and a sample of the requests of a run. Takes about as long as the run did. */
export function traceChosen(request: RunRequest, log: RequestLog, sampling: Sampling): TracedRequests {
  const choice = chooseRequests(log, sampling)
  const { slowest, failed, sampled, wanted } = choice
  const followed = new Map<number, Followed>()
  const follow = (place: number, dispensable: boolean) =>
    followed.set(place, { id: log.id[place]!, finish: log.finish[place]!, dispensable })
  for (const place of sampled.places) follow(place, true)
  for (const place of [...slowest.places, ...failed.places]) follow(place, false)
  if (wanted !== undefined) follow(wanted, false)
  const traces = traceRequests({ ...request, appVersion: '' }, [...followed.values()])
  const ids = new Set(traces.map(({ id }) => id))
  const places = sampled.places.filter((place) => ids.has(log.id[place]!))
  return { choice: { ...choice, sampled: { places, of: sampled.of } }, spans: spanColumns(traces) }
}

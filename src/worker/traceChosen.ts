import { chooseRequests, type RequestChoice, type Sampling } from '../engine/requestChoice'
import { type Followed, type RequestTrace, traceRequests } from '../engine/requestTrace'
import type { RequestLog } from '../engine/runResult'
import type { RunRequest } from './protocol'

/** The course of the chosen requests, by their numbers. */
export interface TracedRequests {
  /** What could be followed of it: of the sample perhaps only a part. */
  readonly choice: RequestChoice
  readonly traces: ReadonlyMap<number, RequestTrace>
}

/** Follows the slowest, the failed and a sample of the requests of a run. Takes about as long as the run did. */
export function traceChosen(request: RunRequest, log: RequestLog, sampling: Sampling): TracedRequests {
  const choice = chooseRequests(log, sampling)
  const { slowest, failed, sampled, wanted } = choice
  const followed = new Map<number, Followed>()
  for (const one of sampled.requests) followed.set(one.id, { ...one, dispensable: true })
  for (const one of [...slowest.requests, ...failed.requests]) followed.set(one.id, one)
  if (wanted !== undefined) followed.set(wanted.id, wanted)
  const found = traceRequests({ ...request, appVersion: '' }, [...followed.values()])
  const traces = new Map(found.map((trace) => [trace.id, trace]))
  const requests = sampled.requests.filter(({ id }) => traces.has(id))
  return { choice: { ...choice, sampled: { requests, of: sampled.of } }, traces }
}

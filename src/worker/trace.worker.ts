import { expose } from 'comlink'
import { type ChosenRequest, chooseRequests, type RequestChoice } from '../engine/requestChoice'
import { type RequestTrace, traceRequests } from '../engine/requestTrace'
import type { RequestLog } from '../engine/runResult'
import type { RunRequest } from './protocol'

/** The course of the chosen requests, by their numbers. */
export interface TracedRequests {
  readonly choice: RequestChoice
  readonly traces: ReadonlyMap<number, RequestTrace>
}

const tracer = {
  trace(request: RunRequest, log: RequestLog, most: number): TracedRequests {
    const choice = chooseRequests(log, most)
    const followed = new Map<number, ChosenRequest>()
    for (const one of [...choice.slowest, ...choice.failed, ...choice.sample]) followed.set(one.id, one)
    const traces = traceRequests({ ...request, appVersion: '' }, [...followed.values()])
    return { choice, traces: new Map(traces.map((trace) => [trace.id, trace])) }
  },
}

export type TraceWorkerApi = typeof tracer

expose(tracer)

import { expose } from 'comlink'
import { traceChosen } from './traceChosen'

const tracer = { trace: traceChosen }

export type TraceWorkerApi = typeof tracer

expose(tracer)

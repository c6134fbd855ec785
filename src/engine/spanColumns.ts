import { countBelow } from '../base/search'
import { type PhaseName, phaseNames } from './phaseTimes'

/** What a request did for a while, and where. */
export interface Span {
  /** Id of the server or edge. */
  readonly component: string
  readonly phase: PhaseName
  /** [s] */
  readonly from: number
  readonly to: number
}

/** The course of one request. Its spans follow one another without gaps. */
export interface RequestTrace {
  /** Number of the request, counting generated ones from 1. */
  readonly id: number
  readonly spans: readonly Span[]
}

/** The spans of many requests as columns, 19 bytes each: as objects they would hold up the page that gets them. */
export interface SpanColumns {
  /** Numbers of the requests, ascending. */
  readonly id: Uint32Array
  /** The spans of request i stand at first[i] … first[i + 1] − 1. */
  readonly first: Uint32Array
  readonly components: readonly string[]
  /** Place of the span's component among {@link SpanColumns.components}, and of its phase among the names of phases. */
  readonly component: Uint16Array
  readonly phase: Uint8Array
  /** [s] */
  readonly from: Float64Array
  readonly to: Float64Array
}

export function spanColumns(traces: readonly RequestTrace[]): SpanColumns {
  const ordered = traces.toSorted((a, b) => a.id - b.id)
  const spans = ordered.flatMap((trace) => trace.spans)
  const first = new Uint32Array(ordered.length + 1)
  ordered.forEach((trace, i) => {
    first[i + 1] = first[i]! + trace.spans.length
  })
  const places = new Map<string, number>()
  for (const { component } of spans) if (!places.has(component)) places.set(component, places.size)
  return {
    id: Uint32Array.from(ordered, ({ id }) => id),
    first,
    components: [...places.keys()],
    component: Uint16Array.from(spans, ({ component }) => places.get(component)!),
    phase: Uint8Array.from(spans, ({ phase }) => phaseNames.indexOf(phase)),
    from: Float64Array.from(spans, ({ from }) => from),
    to: Float64Array.from(spans, ({ to }) => to),
  }
}

/** The course of the request with this number; undefined if it was not followed. */
export function spansOf({ id, first, ...columns }: SpanColumns, request: number): Span[] | undefined {
  const at = countBelow(id, request)
  if (id[at] !== request) return undefined
  return Array.from({ length: first[at + 1]! - first[at]! }, (_, i) => spanAt(columns, first[at]! + i))
}

function spanAt({ components, component, phase, from, to }: Omit<SpanColumns, 'id' | 'first'>, at: number): Span {
  return { component: components[component[at]!]!, phase: phaseNames[phase[at]!]!, from: from[at]!, to: to[at]! }
}

import type { TracedRequests } from '../../store/traceStore'
import type { ChartTable } from './chartTable'

/**
 * The requests that were followed, one row per span, by their numbers: what the request did (a name of its phases), at
 * which server or edge, from when to when. The spans of a request follow one another without gaps, from its generation
 * to its end.
 */
export function spansTable({ traces }: TracedRequests): ChartTable {
  const ordered = [...traces.values()].sort((a, b) => a.id - b.id)
  return {
    caption: 'Spans of single requests',
    columns: ['request', 'component', 'phase', 'start [s]', 'end [s]'],
    rows: ordered.flatMap(({ id, spans }) =>
      spans.map(({ component, phase, from, to }) => [id, component, phase, from, to]),
    ),
  }
}

import { spansOf } from '../../engine/spanColumns'
import type { TracedRequests } from '../../store/traceStore'
import type { ChartTable } from '../charts/chartTable'

/**
 * The requests that were followed, one row per span, by their numbers: what the request did (a name of its phases), at
 * which server or edge, from when to when. The spans of a request follow one another without gaps, from its generation
 * to its end.
 */
export function spansTable({ spans }: TracedRequests): ChartTable {
  return {
    caption: 'Spans of single requests',
    columns: ['request', 'component', 'phase', 'start [s]', 'end [s]'],
    rows: [...spans.id].flatMap((id) =>
      spansOf(spans, id)!.map(({ component, phase, from, to }) => [id, component, phase, from, to]),
    ),
  }
}

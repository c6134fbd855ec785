import { formatCount, formatNumber, formatSeconds } from '../../base/format'
import { usePanel } from './PanelContext'
import { TableCard } from './TableCard'

/** What each edge did, in one line. */
export function EdgeTable() {
  const { summary } = usePanel().run.view
  const edges = Object.entries(summary.edges)
  const onTheWay = (id: string) => summary.components[id]?.edge_concurrent_connection
  return (
    <TableCard
      title="Edges"
      description="Requests sent over each edge and lost on it, their mean time there, and how many were on it at once. After the warm-up, if there is one."
      columns={['Edge', 'sent', 'lost', 'lost %', 'mean latency', 'on it, mean', 'on it, max']}
      empty={edges.length === 0 ? 'No edge.' : undefined}
      rows={edges.map(([id, { sent, lost, latency }]) => [
        id,
        formatCount(sent),
        formatCount(lost),
        formatNumber(sent > 0 ? (100 * lost) / sent : undefined),
        formatSeconds(latency),
        formatNumber(onTheWay(id)?.mean),
        formatNumber(onTheWay(id)?.max),
      ])}
      table={() => ({
        caption: 'Edges',
        columns: ['edge', 'sent', 'lost', 'latency mean [s]', 'on it mean', 'on it max', 'on it max at [s]'],
        rows: edges.map(([id, { sent, lost, latency }]) => {
          const level = onTheWay(id)
          return [id, sent, lost, latency ?? undefined, level?.mean, level?.max, level?.maxAt]
        }),
      })}
    />
  )
}

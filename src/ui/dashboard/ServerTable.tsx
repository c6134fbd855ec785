import { formatCount, formatNumber, formatSeconds } from '../../base/format'
import type { RunSummary } from '../../engine/runResult'
import { usePanel } from './PanelContext'
import { TableCard } from './TableCard'

const COLUMNS = [
  'Server',
  'arrivals',
  'CPU',
  'ready queue',
  'RAM wait',
  'DB wait',
  'wait for core p95',
  'on core p95',
  'in server p50',
  'p95',
]

/** What each server did, in one line. */
export function ServerTable() {
  const { summary } = usePanel().run.view
  const servers = Object.entries(summary.servers)
  return (
    <TableCard
      title="Servers"
      description="Requests that came, share of the cores in use, mean queues, and how long a CPU burst waited and took. After the warm-up, if there is one."
      columns={COLUMNS}
      empty={servers.length === 0 ? 'No server.' : undefined}
      rows={servers.map(([id, server]) => {
        const gauges = summary.components[id] ?? {}
        return [
          id,
          formatCount(server.arrivals),
          gauges.cpu_utilization ? `${formatNumber(gauges.cpu_utilization.mean * 100)} %` : formatNumber(undefined),
          formatNumber(gauges.ready_queue_len?.mean),
          formatNumber(gauges.ram_queue_len?.mean),
          formatNumber(gauges.db_pool_pending?.mean),
          formatSeconds(server.cpuWait.p95),
          formatSeconds(server.cpuService.p95),
          formatSeconds(server.time.p50),
          formatSeconds(server.time.p95),
        ]
      })}
      table={() => serverFigures(summary)}
    />
  )
}

function serverFigures(summary: RunSummary) {
  const spread = (name: string) => ['mean', 'p50', 'p95', 'p99', 'max'].map((figure) => `${name} ${figure} [s]`)
  return {
    caption: 'Servers',
    columns: [
      'server',
      'arrivals',
      'answers',
      'cpu utilisation [0…1]',
      'ready queue mean',
      'ready queue max',
      'ram queue mean',
      'db queue mean',
      ...spread('core wait'),
      ...spread('on core'),
      ...spread('in server'),
    ],
    rows: Object.entries(summary.servers).map(([id, { arrivals, answers, cpuWait, cpuService, time }]) => {
      const gauges = summary.components[id] ?? {}
      const spreads = [cpuWait, cpuService, time].flatMap(({ mean, p50, p95, p99, max }) => [mean, p50, p95, p99, max])
      return [
        id,
        arrivals,
        answers,
        gauges.cpu_utilization?.mean,
        gauges.ready_queue_len?.mean,
        gauges.ready_queue_len?.max,
        gauges.ram_queue_len?.mean,
        gauges.db_pool_pending?.mean,
        ...spreads.map((value) => value ?? undefined),
      ]
    }),
  }
}

import { metricOf } from '../catalog/metrics'
import type { GaugeName, GaugeSummary, RunResult, Spread } from '../engine/runResult'
import type { CsvCell, CsvTable } from './csv'

type Column = readonly [header: string, value: CsvCell]

/** One row for the whole run: where it comes from, then every figure. Rows of several runs can be put under each other. */
export function summaryTable(run: RunResult): CsvTable {
  const columns = [
    ...identityColumns(run),
    ...requestColumns(run),
    ...latencyColumns(run),
    ...phaseColumns(run),
    ...throughputColumns(run),
    ...costColumns(run),
    ...attributionColumns(run),
    ...objectiveColumns(run),
    ...anatomyColumns(run),
    ...sanityColumns(run),
    ...componentColumns(run),
    ...serverColumns(run),
    ...edgeColumns(run),
  ]
  return { header: columns.map(([header]) => header), rowCount: 1, row: () => columns.map(([, value]) => value) }
}

function identityColumns({ identity, end, simulatedSeconds, horizon, summary }: RunResult): Column[] {
  return [
    ['scenario', identity.scenarioName],
    ['app_version', identity.appVersion],
    ['scenario_sha256', identity.scenarioHash],
    ['seed', identity.seed],
    ['replication', identity.replication],
    ['end', end],
    ['simulated_time [s]', simulatedSeconds],
    ['horizon [s]', horizon],
    ['warm_up [s]', summary.warmUp.seconds],
    ['warm_up_by', summary.warmUp.by],
  ]
}

function requestColumns({ summary: { requests } }: RunResult): Column[] {
  return [
    ['generated [requests]', requests.generated],
    ['completed [requests]', requests.completed],
    ['dropped [requests]', requests.outcomes.dropped],
    ['no_server_up [requests]', requests.outcomes.no_server_up],
    ['in_flight [requests]', requests.inFlight],
  ]
}

function latencyColumns({ summary: { latency } }: RunResult): Column[] {
  return [
    ['latency_mean [s]', latency.mean],
    ['latency_std_dev [s]', latency.stdDev],
    ['latency_min [s]', latency.min],
    ['latency_max [s]', latency.max],
    ['latency_p50 [s]', latency.p50],
    ['latency_p90 [s]', latency.p90],
    ['latency_p95 [s]', latency.p95],
    ['latency_p99 [s]', latency.p99],
    ['latency_p999 [s]', latency.p999],
    ['latency_method', latency.method],
  ]
}

function phaseColumns({ summary: { phases } }: RunResult): Column[] {
  return Object.entries(phases ?? {}).map(([phase, seconds]): Column => [`phase_${phase} [s]`, seconds])
}

function throughputColumns({ summary: { throughput } }: RunResult): Column[] {
  return [
    ['throughput_mean [requests/s]', throughput.mean],
    ['throughput_max [requests/s]', throughput.max],
  ]
}

function costColumns({ summary: { llmCost } }: RunResult): Column[] {
  if (llmCost === undefined) return []
  return [
    ['llm_cost_total [USD]', llmCost.total],
    ['llm_cost_per_request [USD/request]', llmCost.perRequest],
    ['llm_cost_per_hour [USD/h]', llmCost.perHour],
  ]
}

function attributionColumns({ attribution: { bottleneck, headroom } }: RunResult): Column[] {
  return [
    ['bottleneck_component', bottleneck?.component],
    ['bottleneck_resource', bottleneck?.resource],
    ['bottleneck_since [s]', bottleneck?.sinceSeconds],
    ['headroom_factor', headroom?.factor],
  ]
}

function objectiveColumns({ summary: { objectives } }: RunResult): Column[] {
  return objectives.flatMap(({ id, target, valid, good, met, burnRate, budgetUsed }): Column[] => [
    [`${id} target`, target],
    [`${id} valid [requests]`, valid],
    [`${id} good [requests]`, good],
    [`${id} met`, met],
    [`${id} burn_rate`, burnRate],
    [`${id} budget_used`, budgetUsed],
  ])
}

function anatomyColumns({ anatomy }: RunResult): Column[] {
  return anatomy.flatMap(({ from, to, latency, phases }): Column[] => [
    [`p${from}_p${to}_latency_mean [s]`, latency],
    ...Object.entries(phases).map(([phase, seconds]): Column => [`p${from}_p${to}_${phase} [s]`, seconds]),
  ])
}

function serverColumns({ summary: { servers } }: RunResult): Column[] {
  return Object.entries(servers).flatMap(
    ([id, { arrivals, answers, cpuWait, cpuService, time, endpoints }]): Column[] => [
      [`${id} arrivals [requests]`, arrivals],
      [`${id} answers [requests]`, answers],
      ...spreadColumns(`${id} cpu_wait`, cpuWait),
      ...spreadColumns(`${id} cpu_service`, cpuService),
      ...spreadColumns(`${id} time`, time),
      ...Object.entries(endpoints).flatMap(([name, endpoint]): Column[] => [
        [`${id} ${name} throughput [requests/s]`, endpoint.throughput],
        ...spreadColumns(`${id} ${name} time`, endpoint.time),
      ]),
    ],
  )
}

function spreadColumns(what: string, { count, mean, p50, p95, p99, max }: Spread): Column[] {
  return [
    [`${what}_count`, count],
    [`${what}_mean [s]`, mean],
    [`${what}_p50 [s]`, p50],
    [`${what}_p95 [s]`, p95],
    [`${what}_p99 [s]`, p99],
    [`${what}_max [s]`, max],
  ]
}

function edgeColumns({ summary: { edges } }: RunResult): Column[] {
  return Object.entries(edges).flatMap(([id, { sent, lost, latency }]): Column[] => [
    [`${id} sent [requests]`, sent],
    [`${id} lost [requests]`, lost],
    [`${id} latency_mean [s]`, latency],
  ])
}

function sanityColumns({ sanity: { littlesLaw, loads } }: RunResult): Column[] {
  return [
    ['in_system_mean [requests]', littlesLaw.inSystem],
    ...loads.map(({ component, resource, offered }): Column => [`${component} ${resource}_offered_load`, offered]),
  ]
}

function componentColumns({ summary }: RunResult): Column[] {
  const drops = Object.entries(summary.requests.droppedByEdge).map(
    ([edge, count]): Column => [`${edge} dropped [requests]`, count],
  )
  const gauges = Object.entries(summary.components).flatMap(([component, byGauge]) =>
    Object.entries(byGauge).flatMap(([gauge, figures]) => gaugeColumns(component, gauge as GaugeName, figures)),
  )
  return [...drops, ...gauges]
}

function gaugeColumns(component: string, gauge: GaugeName, { mean, max, maxAt }: GaugeSummary): Column[] {
  const { unit } = metricOf(gauge)
  return [
    [`${component} ${gauge}_mean [${unit}]`, mean],
    [`${component} ${gauge}_max [${unit}]`, max],
    [`${component} ${gauge}_max_at [s]`, maxAt],
  ]
}

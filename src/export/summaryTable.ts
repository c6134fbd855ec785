import { metricOf } from '../catalog/metrics'
import type { GaugeName, GaugeSummary, RunResult } from '../engine/runResult'
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
    ...sanityColumns(run),
    ...componentColumns(run),
  ]
  return { header: columns.map(([header]) => header), rowCount: 1, row: () => columns.map(([, value]) => value) }
}

function identityColumns({ identity, end, simulatedSeconds, horizon }: RunResult): Column[] {
  return [
    ['scenario', identity.scenarioName],
    ['app_version', identity.appVersion],
    ['scenario_sha256', identity.scenarioHash],
    ['seed', identity.seed],
    ['replication', identity.replication],
    ['end', end],
    ['simulated_time [s]', simulatedSeconds],
    ['horizon [s]', horizon],
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

function gaugeColumns(component: string, gauge: GaugeName, { mean, max }: GaugeSummary): Column[] {
  const { unit } = metricOf(gauge)
  return [
    [`${component} ${gauge}_mean [${unit}]`, mean],
    [`${component} ${gauge}_max [${unit}]`, max],
  ]
}

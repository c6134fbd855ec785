import { phaseNames } from '../engine/phaseTimes'
import type { RequestLog } from '../engine/runResult'
import type { CsvTable } from './csv'

/**
 * One row per request that ended, in the order of the ends. Only completed requests have a latency. The times in phases
 * add up to the time in the system; only the first 200,000 requests have them.
 */
export function requestsTable({ requests }: { readonly requests: RequestLog }): CsvTable {
  const endings = requests.outcomeNames.map(readOutcome)
  return {
    header: [
      ...['request', 'start [s]', 'finish [s]', 'latency [s]', 'outcome', 'dropped_by'],
      ...phaseNames.map((name) => `${name} [s]`),
    ],
    rowCount: requests.id.length,
    row: (index) => {
      const ending = endings[requests.outcome[index] as number]
      const start = requests.start[index] as number
      const finish = requests.finish[index] as number
      const latency = ending?.outcome === 'completed' ? finish - start : undefined
      const phases = phaseNames.map((_, phase) => requests.phases[index * phaseNames.length + phase])
      return [requests.id[index], start, finish, latency, ending?.outcome, ending?.edge, ...phases]
    },
  }
}

function readOutcome(name: string): { readonly outcome: string; readonly edge?: string } {
  const colon = name.indexOf(':')
  return colon < 0 ? { outcome: name } : { outcome: name.slice(0, colon), edge: name.slice(colon + 1) }
}

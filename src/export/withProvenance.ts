import type { RunIdentity } from '../engine/runResult'
import type { CsvTable } from './csv'

/**
 * The table with one more, empty column whose heading says where the figures come from: so a file says so even
 * when it has no rows, and stays plain CSV.
 * @param name which figures, in a table of several runs
 */
export function withProvenance(
  table: CsvTable,
  { appVersion, scenarioHash, seed, replication }: RunIdentity,
  name?: string,
): CsvTable {
  const subject = name === undefined ? '' : `${name}: `
  const origin = `${subject}AsyncFlow Studio ${appVersion}; seed ${seed}; replication ${replication}; scenario_sha256 ${scenarioHash}`
  return { ...table, header: [...table.header, origin], row: (index) => [...table.row(index), undefined] }
}

import type { RunIdentity } from '../engine/runResult'
import type { CsvTable } from './csv'

/**
 * Where figures come from, in the words of every file.
 * @param name which figures, where there are several runs
 */
export function provenanceOf({ appVersion, scenarioHash, seed, replication }: RunIdentity, name?: string): string {
  const subject = name === undefined ? '' : `${name}: `
  return `${subject}AsyncFlow Studio ${appVersion}; seed ${seed}; replication ${replication}; scenario_sha256 ${scenarioHash}`
}

/**
 * The table with one more, empty column whose heading says where the figures come from: so a file says so even
 * when it has no rows, and stays plain CSV.
 * @param name which figures, in a table of several runs
 */
export function withProvenance(table: CsvTable, identity: RunIdentity, name?: string): CsvTable {
  const origin = provenanceOf(identity, name)
  return { ...table, header: [...table.header, origin], row: (index) => [...table.row(index), undefined] }
}

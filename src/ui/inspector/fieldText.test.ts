import { expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import type { DocumentPath } from '../../scenario/diagnostic'
import { fieldSchemaAt } from '../../scenario/fields'
import { hintText, labelText, wordText } from './fieldText'

const server: DocumentPath = ['topology_graph', 'nodes', 'servers', 0]
const edge: DocumentPath = ['topology_graph', 'edges', 0]

function hint(path: DocumentPath, written: boolean): string | undefined {
  return hintText(ensureExists(fieldSchemaAt(path), path.join('.')), written, String(path.at(-1)))
}

test('a field says its range, and its default while the key is left out', () => {
  expect(hint([...server, 'server_resources', 'cpu_cores'], true)).toBe('≥ 1')
  expect(hint([...server, 'server_resources', 'cpu_cores'], false)).toBe('≥ 1 · 1 cores when left out')
  expect(hint([...server, 'server_resources', 'db_connection_pool'], false)).toBe('≥ 1 · unlimited when left out')
  expect(hint(['rqs_input', 'user_sampling_window'], false)).toBe('1 to 120 · 60 s when left out')
  expect(hint([...edge, 'latency', 'mean'], true)).toBe('> 0')
  expect(hint(['rqs_input', 'avg_active_users', 'distribution'], false)).toBe('poisson when left out')
})

test('a share is said in per cent, and its unit is its range', () => {
  expect(hint([...edge, 'dropout_rate'], false)).toBe('1 % when left out')
  expect(hint([...edge, 'dropout_rate'], true)).toBeUndefined()
})

test('words of the language are read without underscores; abbreviations stay', () => {
  expect(wordText('least_connection')).toBe('least connection')
  expect(labelText('RAM')).toBe('RAM')
  expect(labelText('simulated time')).toBe('Simulated time')
})

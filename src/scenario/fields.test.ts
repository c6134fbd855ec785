import { expect, it } from 'vitest'
import { fieldSchemaAt } from './fields'

it('tells label, unit, range and default of a number', () => {
  expect(fieldSchemaAt(['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'ram_mb'])).toMatchObject({
    title: 'RAM',
    type: 'integer',
    unit: 'MB',
    minimum: 256,
    default: 1024,
    requiredKey: false,
    nullable: false,
  })
})

it('tells that null may be written', () => {
  expect(
    fieldSchemaAt(['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'db_connection_pool']),
  ).toMatchObject({ type: 'integer', nullable: true, default: null, minimum: 1 })
})

it('knows the operation of a step by its kind', () => {
  const step = ['topology_graph', 'nodes', 'servers', 0, 'endpoints', 0, 'steps', 0]
  expect(fieldSchemaAt([...step, 'step_operation'], 'ram')?.keys).toEqual(['necessary_ram'])
  expect(fieldSchemaAt([...step, 'step_operation', 'io_waiting_time'], 'io_db')).toMatchObject({
    unit: 's',
    exclusiveMinimum: 0,
    requiredKey: true,
  })
  expect(fieldSchemaAt([...step, 'llm_cost'], 'io_db')).toBeUndefined()
  expect(fieldSchemaAt([...step, 'kind'])?.options).toEqual([
    'initial_parsing',
    'cpu_bound_operation',
    'ram',
    'io_wait',
    'io_cache',
    'io_db',
    'io_llm',
    'io_task_spawn',
  ])
})

it('tells which ids a reference may name', () => {
  expect(fieldSchemaAt(['events', 0, 'target_id'])?.role).toBe('ref:event-target')
  expect(fieldSchemaAt(['topology_graph', 'edges', 3, 'source'])?.role).toBe('ref:source')
})

it('tells which words may stand in the place of a number', () => {
  expect(fieldSchemaAt(['sim_settings', 'warm_up_s'])).toMatchObject({
    type: 'number',
    words: ['auto'],
    minimum: 0,
    default: 0,
  })
})

it('tells bounds that are not allowed themselves', () => {
  expect(fieldSchemaAt(['slos', 0, 'target'], 'latency')).toMatchObject({ exclusiveMinimum: 0, exclusiveMaximum: 1 })
})

it('knows nothing of a key that the language does not have, whatever it is called', () => {
  expect(fieldSchemaAt(['topology_graph', 'nodes', 'database'])).toBeUndefined()
  expect(fieldSchemaAt(['constructor'])).toBeUndefined()
})

import { expect, test } from 'vitest'
import { BareNetwork } from '../../../../tests/fixtures/bareNetwork'
import { exponential, server } from '../../../../tests/fixtures/scenario'
import { cpu, db, io, ram, spawn } from '../../../../tests/fixtures/timeline'
import type { DrawSource } from '../../../kernel/random/draws'
import type { ServerSpec, StepSpec } from '../../specs'
import { stepModel } from '../../steps/models'
import { Server } from './model'

/* What a server says of itself and of the requests that it serves; what it does with them is in model.test.ts. */

/** A server with one endpoint, `/`, and where what it says is written down. */
function createServer(
  steps: readonly StepSpec[],
  resources: Partial<ServerSpec['server_resources']> = {},
  draws: Partial<DrawSource> = {},
) {
  const bare = new BareNetwork()
  const created = new Server(bare.context(draws), server('srv', steps, resources), [steps.map(stepModel)])
  created.out = bare.end('client')
  const figures = () => Object.fromEntries(Object.entries(created.gaugeOf).map(([name, gauge]) => [name, gauge.value]))
  return { bare, server: created, figures }
}

test('what a server shows is what its requests do', () => {
  const { bare, server, figures } = createServer([ram(100), cpu(1000), db(2000)], {
    ram_mb: 256,
    db_connection_pool: 1,
  })
  // RAM for two; the third has it at 3 s. Cores from 0, 1 and 3 s on; connections from 1, 3 and 5 s on.
  for (let i = 0; i < 3; i++) server.accept(bare.request())
  const idle = {
    ready_queue_len: 0,
    event_loop_io_sleep: 0,
    ram_in_use: 0,
    ram_queue_len: 0,
    cpu_in_use: 0,
    db_pool_pending: 0,
    db_pool_in_use: 0,
    inflight: 0,
  }
  bare.runTo(0.5)
  expect(figures()).toEqual({
    ...idle,
    ready_queue_len: 1,
    ram_in_use: 200,
    ram_queue_len: 1,
    cpu_in_use: 1,
    inflight: 3,
  })
  expect(server.occupants()).toEqual({ cpu: 1, ram: 1, db_pool: 0, io: 0, background: 0 })
  bare.runTo(2.5)
  expect(figures()).toEqual({
    ...idle,
    event_loop_io_sleep: 2,
    ram_in_use: 200,
    ram_queue_len: 1,
    db_pool_pending: 1,
    db_pool_in_use: 1,
    inflight: 3,
  })
  expect(server.occupants()).toEqual({ cpu: 0, ram: 1, db_pool: 1, io: 1, background: 0 })
  bare.runTo(3.5)
  expect(figures()).toEqual({
    ...idle,
    event_loop_io_sleep: 1,
    ram_in_use: 200,
    cpu_in_use: 1,
    db_pool_in_use: 1,
    inflight: 2,
  })
  bare.runTo(8)
  expect(figures()).toEqual(idle)
  expect([server.arrivals, server.answers]).toEqual([3, 3])
})

test('fractions of memory leave no residue', () => {
  const bare = new BareNetwork()
  const endpoints = [0.1, 0.2, 0.3].map((mb): StepSpec[] => [ram(mb), io(1000)])
  const spec = { ...server('srv', []), endpoints: endpoints.map((steps, i) => ({ endpoint_name: `/${i}`, steps })) }
  // Each request in turn at the next endpoint: 0.1 + 0.2 + 0.3 − 0.1 − 0.2 − 0.3 is 1.1e-16.
  let next = 0
  const inTurn = { server: () => ({ endpoint: () => next++ }) }
  const created = new Server(
    bare.context(inTurn),
    spec,
    endpoints.map((steps) => steps.map(stepModel)),
  )
  created.out = bare.end('client')
  for (let i = 0; i < 3; i++) created.accept(bare.request())
  expect(created.gaugeOf.ram_in_use.value).toBeCloseTo(0.6, 12)
  bare.runTo(2)
  expect(created.gaugeOf.ram_in_use.value).toBe(0)
})

test('background tasks sleep, and are no requests', () => {
  const { bare, server, figures } = createServer([spawn(3000), spawn(1000), io(2000)])
  server.accept(bare.request())
  const seen = (until: number) => {
    bare.runTo(until)
    const { io, background } = server.occupants()
    return [figures().event_loop_io_sleep, io, background]
  }
  expect(seen(0.5)).toEqual([3, 1, 2])
  expect(seen(1.5)).toEqual([2, 1, 1])
  expect(seen(2.5)).toEqual([1, 0, 1])
  expect(seen(3.5)).toEqual([0, 0, 0])
})

test('every wait for a core, every stay at it and every time to the answer is counted', () => {
  const { bare, server } = createServer([cpu(1000), io(500), cpu(250), ram(1), cpu(250)])
  server.accept(bare.request())
  server.accept(bare.request())
  bare.runTo(10)
  expect(bare.log).toEqual([
    'cpu_wait of srv: 0 s',
    'cpu_service of srv: 1 s',
    'cpu_wait of srv: 1 s',
    'cpu_service of srv: 1 s',
    'cpu_wait of srv: 0.5 s',
    'cpu_service of srv: 0.5 s',
    'time of / of srv: 2.5 s',
    '1 to client at 2.5 s',
    'cpu_wait of srv: 0 s',
    'cpu_service of srv: 0.5 s',
    'time of / of srv: 3 s',
    '2 to client at 3 s',
  ])
})

test('times count from the arrival at the server', () => {
  const { bare, server } = createServer([cpu(1000)])
  bare.runTo(4)
  server.accept(bare.request())
  bare.runTo(10)
  expect(bare.log.slice(1)).toEqual(['cpu_service of srv: 1 s', 'time of / of srv: 1 s', '1 to client at 5 s'])
})

test('a step costs what it costs each time that it is begun, and others say nothing of money', () => {
  const call: StepSpec = {
    kind: 'io_llm',
    step_operation: { io_waiting_time: 1 },
    llm_cost: { per_call: 0.25 },
  }
  const { bare, server } = createServer([call, io(1000), spawn(1), call])
  server.accept(bare.request())
  expect(bare.log).toEqual(['spent 0.25 USD'])
  bare.runTo(2.5)
  expect(bare.log).toEqual(['spent 0.25 USD', 'spent 0.25 USD'])
})

test('a step that follows a law takes each request what it draws for it', () => {
  const asked: unknown[] = []
  const { bare, server } = createServer(
    [io(1000), { kind: 'io_wait', step_operation: { io_waiting_time: exponential(3) } }],
    {},
    {
      demand: (component, endpoint, step, law) => {
        asked.push([component, endpoint, step, law.mean])
        return { of: (ordinal) => ordinal * 0.5 }
      },
    },
  )
  for (let i = 0; i < 3; i++) server.accept(bare.request())
  bare.runTo(10)
  expect(asked).toEqual([['srv', '/', 1, 3]])
  expect(bare.log.filter((line) => line.includes('client'))).toEqual([
    '1 to client at 1.5 s',
    '2 to client at 2 s',
    '3 to client at 2.5 s',
  ])
})

test('a server that shows more RAM than its requests hold is an error', () => {
  const { bare, server } = createServer([ram(100), io(1000)])
  server.accept(bare.request())
  server.gaugeOf.ram_in_use.add(1)
  expect(() => bare.network.verify()).toThrow('RAM gauge at 101 MB, 100 MB held')
})

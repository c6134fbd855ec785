import { durationOf } from '../../src/catalog/random-variables/model'
import type { ServerSpec, StepSpec } from '../../src/catalog/specs'
import type { DrawSource } from '../../src/kernel/random/draws'
import { type Clock, Level, type Process, run, type Wait } from './clock'
import { Pool } from './pool'

/** An event loop with cores, memory and database connections. `spend` is told of every call that costs [USD]. */
export function createServer(spec: ServerSpec, draws: DrawSource, clock: Clock, spend: (dollars: number) => void) {
  const { id, server_resources: resources } = spec
  const after =
    (seconds: number, what: string, request: number): Wait =>
    (resume) =>
      clock.plan({ time: clock.now + seconds, component: id, what, request }, 'completion', resume)
  // Whoever was granted something goes on when the one who released it has done its work of this instant.
  const createPool = (size: number, what: string) => new Pool(size, (request) => after(0, what, request), clock)
  const cores = createPool(resources.cpu_cores, 'core granted')
  const ram = createPool(resources.ram_mb, 'RAM granted')
  const connections = createPool(resources.db_connection_pool ?? Number.POSITIVE_INFINITY, 'connection granted')
  const asleep = new Level(clock)
  const ramInUse = new Level(clock)
  const present = new Level(clock)
  const choice = draws.server(id)
  const endpoints = spec.endpoints.map(({ endpoint_name, steps }) =>
    steps.map((step, place) => ({ ...step, timeOf: timeOf(step, endpoint_name, place) })),
  )

  /** How long a step takes each request [s]; what never varies is not drawn. */
  function timeOf(
    { step_operation: operation }: StepSpec,
    endpoint: string,
    place: number,
  ): (request: number) => number {
    if ('necessary_ram' in operation) return () => 0
    const duration = durationOf('cpu_time' in operation ? operation.cpu_time : operation.io_waiting_time)
    if (typeof duration === 'number') return () => duration
    const demand = draws.demand(id, endpoint, place, duration)
    return (request) => demand.of(request)
  }

  function* serve(request: number): Process {
    let hasCore = false
    let isAsleep = false
    const giveCoreBack = () => {
      if (hasCore) cores.giveBack(1)
      hasCore = false
    }
    const setAsleep = (sleeps: boolean) => {
      asleep.add(Number(sleeps) - Number(isAsleep))
      isAsleep = sleeps
    }

    present.add(1)
    const steps = endpoints[choice.endpoint(request, endpoints.length)]!
    const amount = steps.reduce((sum, step) => sum + (step.kind === 'ram' ? step.step_operation.necessary_ram : 0), 0)
    if (amount > 0) yield* ram.take(amount, request)
    ramInUse.add(amount)
    for (const step of steps) {
      switch (step.kind) {
        case 'ram':
          break
        case 'io_task_spawn':
          run(background(step.timeOf(request)))
          break
        case 'initial_parsing':
        case 'cpu_bound_operation':
          setAsleep(false)
          if (!hasCore) yield* cores.take(1, request)
          hasCore = true
          yield after(step.timeOf(request), 'CPU step done', request)
          break
        default:
          giveCoreBack()
          setAsleep(true)
          if (step.kind === 'io_db') yield* connections.take(1, request)
          if (step.kind === 'io_llm') spend(costOf(step))
          yield after(step.timeOf(request), 'I/O step done', request)
          if (step.kind === 'io_db') connections.giveBack(1)
      }
    }
    giveCoreBack()
    setAsleep(false)
    ramInUse.add(-amount)
    ram.giveBack(amount)
    present.add(-1)
  }

  function* background(seconds: number): Process {
    asleep.add(1)
    yield after(seconds, 'background task done', 0)
    asleep.add(-1)
  }

  return {
    serve,
    levels: {
      inflight: present,
      ram_queue_len: ram.waiting,
      ram_in_use: ramInUse,
      ready_queue_len: cores.waiting,
      cpu_in_use: cores.taken,
      event_loop_io_sleep: asleep,
      db_pool_pending: connections.waiting,
      db_pool_in_use: connections.taken,
    },
  }
}

/** Price of a call [USD]. */
function costOf({ llm_cost: cost = {} }: Extract<StepSpec, { kind: 'io_llm' }>): number {
  const { per_call = 0, input_tokens = 0, output_tokens = 0, input_per_mtok = 0, output_per_mtok = 0 } = cost
  return per_call + (input_tokens * input_per_mtok + output_tokens * output_per_mtok) / 1e6
}

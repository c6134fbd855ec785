import { durationOf } from '../../src/catalog/random-variables/model'
import type { Scenario, StepKind, StepSpec } from '../../src/catalog/specs'
import { Phase } from '../../src/kernel/network/phase'
import type { DrawSource } from '../../src/kernel/random/draws'
import { fail, isClose } from './check'
import type { Visit } from './whereabouts'

/** Phases in which a request is served, by the kind of the step. */
const servicePhases: Partial<Record<StepKind, number>> = {
  initial_parsing: Phase.CPU,
  cpu_bound_operation: Phase.CPU,
  io_wait: Phase.IO_WAIT,
  io_cache: Phase.IO_CACHE,
  io_db: Phase.IO_DB,
  io_llm: Phase.IO_LLM,
}

/** What every request needs: drawn a second time, from the same streams. */
export class Demands {
  /** Core seconds that the requests that ended have needed, by server. */
  readonly coreSeconds = new Map<string, number>()
  private readonly demandOf = new Map<StepSpec, (ordinal: number) => number>()

  constructor({ topology_graph }: Scenario, draws: DrawSource) {
    for (const { id, endpoints } of topology_graph.nodes.servers) {
      for (const { endpoint_name, steps } of endpoints) {
        for (const [place, step] of steps.entries()) {
          if ('necessary_ram' in step.step_operation) continue
          const operation = step.step_operation
          const duration = durationOf('cpu_time' in operation ? operation.cpu_time : operation.io_waiting_time)
          if (typeof duration === 'number') this.demandOf.set(step, () => duration)
          else {
            const demand = draws.demand(id, endpoint_name, place, duration)
            this.demandOf.set(step, (ordinal) => demand.of(ordinal))
          }
        }
      }
    }
  }

  /** A request that has ended was in service exactly as long as it needed; `times` by phase [s]. */
  compare(ordinal: number, visits: readonly Visit[], times: Float64Array): void {
    const needed = new Float64Array(times.length)
    for (const { server, endpoint } of visits) {
      for (const step of endpoint.steps) {
        const phase = servicePhases[step.kind]
        if (phase === undefined) continue
        const demand = this.demandOf.get(step)!(ordinal)
        needed[phase]! += demand
        if (phase === Phase.CPU) this.coreSeconds.set(server, (this.coreSeconds.get(server) ?? 0) + demand)
      }
    }
    for (const phase of new Set(Object.values(servicePhases))) {
      const [time, need] = [times[phase]!, needed[phase]!]
      if (!isClose(time, need)) fail(`request ${ordinal} needed ${need} s in phase ${phase} and got ${time} s`)
    }
  }
}

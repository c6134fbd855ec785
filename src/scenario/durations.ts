import { distributionOf } from '../catalog/random-variables/model'
import type { DurationSpec, RandomVariableSpec, StepSpec } from '../catalog/specs'
import type { DocumentPath } from './diagnostic'
import type { Facts } from './facts'

/** A time of the scenario that follows a law, and where it is written. */
export interface RandomDuration {
  readonly spec: RandomVariableSpec
  readonly path: DocumentPath
}

/** Expected value of a duration [s]; Infinity where the law has none. */
export function meanOf(duration: DurationSpec): number {
  return typeof duration === 'number' ? duration : distributionOf(duration).mean
}

/** How long a step takes, by the key that says it; undefined for a step that takes no time. */
export function durationOfStep({ step_operation: operation }: StepSpec): Timed | undefined {
  if ('cpu_time' in operation) return { key: 'cpu_time', duration: operation.cpu_time }
  return 'io_waiting_time' in operation ? { key: 'io_waiting_time', duration: operation.io_waiting_time } : undefined
}

interface Timed {
  readonly key: 'cpu_time' | 'io_waiting_time'
  readonly duration: DurationSpec
}

/** All latencies that follow a law, and the components of those that are mixtures. */
export function randomLatencies({ edges }: Facts): RandomDuration[] {
  return edges.flatMap(({ spec, path }) => (spec === undefined ? [] : lawsIn(spec.latency, [...path, 'latency'])))
}

/** All amounts of steps that follow a law, and the components of those that are mixtures. */
export function randomAmounts({ servers }: Facts): RandomDuration[] {
  return servers.flatMap(({ spec, path }) =>
    spec.endpoints.flatMap(({ steps }, endpoint) =>
      steps.flatMap((step, index) => {
        const timed = durationOfStep(step)
        if (timed === undefined) return []
        return lawsIn(timed.duration, [...path, 'endpoints', endpoint, 'steps', index, 'step_operation', timed.key])
      }),
    ),
  )
}

function lawsIn(spec: DurationSpec, path: DocumentPath): RandomDuration[] {
  if (typeof spec === 'number') return []
  if (spec.distribution !== 'mixture') return [{ spec, path }]
  const components = spec.components.map((component, index) => ({
    spec: component,
    path: [...path, 'components', index],
  }))
  return [{ spec, path }, ...components]
}

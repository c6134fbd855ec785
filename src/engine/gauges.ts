import type { SampledMetricName } from '../catalog/specs'
import type { Gauge } from '../kernel/network/gauge'

/** What a run shows of its servers and edges at any time, under the name that the scenario language gives it. */
export type GaugeName = SampledMetricName

/** A gauge of a component. */
export interface NamedGauge {
  readonly component: string
  readonly metric: GaugeName
  readonly gauge: Gauge
  /** What the gauge's values are multiplied by. */
  readonly scale: number
}

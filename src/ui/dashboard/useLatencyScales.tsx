import { type ReactNode, useState } from 'react'
import { AxisSwitches } from '../charts/AxisSwitches'

/** The scales of a chart of latencies, and the switches for them. */
export interface LatencyScales {
  /** Whether the axis of latencies, and that of what is shown of them, is logarithmic. */
  readonly logX: boolean
  readonly logY: boolean
  readonly switches: ReactNode
}

/** Beyond this ratio of the largest to the smallest latency, equal steps would hide all but the largest. */
const GEOMETRIC_FROM = 16

/** Lets a person choose the scales; until then the one that suits these ascending latencies [s]. */
export function useLatencyScales(latencies: readonly number[]): LatencyScales {
  const [logY, setLogY] = useState(false)
  const [chosenLogX, setLogX] = useState<boolean>()
  const logX = chosenLogX ?? spansMagnitudes(latencies)
  return { logX, logY, switches: <AxisSwitches logX={logX} onLogX={setLogX} logY={logY} onLogY={setLogY} /> }
}

function spansMagnitudes(latencies: readonly number[]): boolean {
  const min = latencies.find((value) => value > 0)
  return min !== undefined && (latencies.at(-1) ?? 0) / min >= GEOMETRIC_FROM
}

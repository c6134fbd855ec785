import type { StepModel } from '../kernel/network/stepModel'
import { Exponential } from '../kernel/random/distributions/exponential'
import { secondMoment } from './secondMoment'

/** A stay at the cores, from taking one to giving it back. */
export interface Burst {
  readonly law: 'M' | 'D' | 'G'
  /** E[S] of the time for which it holds a core [s]. */
  readonly first: number
  /** E[S²] of that time [s²]; takes milliseconds for most laws. */
  second(): number
}

/** The CPU bursts among the steps of an endpoint: consecutive CPU steps keep their core. */
export function burstsOf(steps: readonly StepModel[]): Burst[] {
  const bursts: Burst[] = []
  let isOpen = false
  for (const { mode, duration } of steps) {
    if (mode === 'sleep') isOpen = false
    if (mode !== 'hold') continue
    const burst = burstOf(duration)
    bursts.push(isOpen ? joined(bursts.pop()!, burst) : burst)
    isOpen = true
  }
  return bursts
}

function burstOf(duration: StepModel['duration']): Burst {
  if (typeof duration === 'number') return { law: 'D', first: duration, second: () => duration * duration }
  return {
    law: duration instanceof Exponential ? 'M' : 'G',
    first: duration.mean,
    second: () => secondMoment(duration),
  }
}

/** Of the sum of two independent times. */
function joined(a: Burst, b: Burst): Burst {
  return {
    law: a.law === 'D' && b.law === 'D' ? 'D' : 'G',
    first: a.first + b.first,
    second: () => a.second() + 2 * a.first * b.first + b.second(),
  }
}

import { describe, expect, it } from 'vitest'
import { EM1 } from './em1'
import { erlangB, erlangC } from './erlang'
import { md1WaitTail } from './md1'
import { mdcMeanWait } from './mdc'
import { mg1MeanWait, mg1WaitDeviation } from './mg1'
import { MMc } from './mmc'
import { quantileOfTail } from './quantileOfTail'
import { stagesTail } from './stages'

describe('Erlang’s formulas', () => {
  it('B agrees with published tables', () => {
    // Tables of Erlang B, e.g. 5 Erlang on 10 lines: 1.84 %; 0.5 on 1; 20 on 30.
    expect(erlangB(10, 5)).toBeCloseTo(0.018385, 6)
    expect(erlangB(1, 0.5)).toBeCloseTo(1 / 3, 12)
    expect(erlangB(30, 20)).toBeCloseTo(0.008457, 5)
    expect(erlangB(0, 3)).toBe(1)
    // Not one step for each.
    expect(erlangB(1e15, 500)).toBe(0)
  })

  it('C agrees with published tables, also for many servers', () => {
    expect(erlangC(10, 8)).toBeCloseTo(0.40918, 5)
    expect(erlangC(4, 3.2)).toBeCloseTo(0.5964, 4)
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12)
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12)
    expect(erlangC(2, 2)).toBe(1)
    expect(erlangC(1000, 900)).toBeGreaterThan(0)
  })
})

describe('M/M/c', () => {
  it('with one server is M/M/1', () => {
    const queue = new MMc(1, 0.8, 0.01)
    expect(queue.meanWait).toBeCloseTo(0.04, 12)
    expect(queue.inSystem(0)).toBeCloseTo(0.2, 12)
    expect(queue.inSystem(3)).toBeCloseTo(0.2 * 0.8 ** 3, 12)
    expect(queue.sojournTail(0.05)).toBeCloseTo(Math.exp(-0.05 * 20), 12)
    expect(queue.waitQuantile(0.95)).toBeCloseTo(Math.log(0.8 / 0.05) / 20, 12)
    expect(queue.waitQuantile(0.1)).toBe(0)
  })

  it.each([
    [2, 1],
    [2, 1.7],
    [4, 3.2],
    [10, 8],
    [50, 49],
  ])('holds together for c = %d, a = %d: probabilities, Little’s law, the integral of each tail', (servers, load) => {
    const queue = new MMc(servers, load, 2)
    const probabilities = Array.from({ length: 4000 }, (_, n) => queue.inSystem(n))
    expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
    expect(probabilities.slice(servers).reduce((a, b) => a + b)).toBeCloseTo(queue.waits, 9)
    const waiting = probabilities.reduce((sum, p, n) => sum + p * Math.max(0, n - servers), 0)
    expect((queue.meanWait * load) / 2 / waiting).toBeCloseTo(1, 9)
    expect(integral((t) => queue.waitTail(t)) / queue.meanWait).toBeCloseTo(1, 6)
    expect(integral((t) => queue.sojournTail(t)) / (queue.meanWait + 2)).toBeCloseTo(1, 6)
    expect(queue.waitTail(queue.waitQuantile(0.99))).toBeCloseTo(0.01, 12)
  })

  it('has the quantiles of the exponential law in the system with one server', () => {
    const queue = new MMc(1, 0.8, 0.1)
    expect(queue.sojournQuantile(0.95)).toBeCloseTo(0.5 * Math.log(20), 12)
    expect(queue.sojournQuantile(0.99)).toBeCloseTo(0.5 * Math.log(100), 12)
    expect(queue.sojournQuantile(0)).toBe(0)
  })

  it('has no stationary state at full load', () => {
    expect(new MMc(3, 3, 1).meanWait).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('M/G/1', () => {
  it('is M/M/1 and M/D/1 at the two ends', () => {
    expect(mg1MeanWait(0.8, 0.01, 1)).toBeCloseTo(0.04, 12)
    expect(mg1MeanWait(0.8, 0.01, 0)).toBeCloseTo(0.02, 12)
    expect(mg1MeanWait(1, 0.01, 0)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the spread of waits in M/G/1', () => {
  it('is that of M/M/1 for exponential service: P(W > t) = ρ e^(−(μ − λ)t)', () => {
    // Second moment 2ρ/(μ − λ)² = 0.4 at λ = 8, μ = 10; the mean is 0.4.
    expect(mg1WaitDeviation(8, [0.1, 0.02, 0.006])).toBeCloseTo(Math.sqrt(0.4 - 0.16), 12)
  })
})

describe('waits in M/D/1', () => {
  it.each([0.3, 0.5, 0.8])('have the mean of Pollaczek and Khinchine and the spread of Takács at ρ = %d', (load) => {
    const tail = (t: number) => md1WaitTail(load, 1, t)
    expect(tail(0)).toBeCloseTo(load, 12)
    const upTo = load > 0.5 ? 12 : 8
    // Beyond, where the formula loses its digits, the tail falls exponentially; its rate is read off two values.
    const rate = Math.log(tail(upTo - 1) / tail(upTo))
    const mean = integral(tail, upTo) + tail(upTo) / rate
    const second = 2 * (integral((t) => t * tail(t), upTo) + (tail(upTo) * (upTo + 1 / rate)) / rate)
    expect(mean / mg1MeanWait(load, 1, 0)).toBeCloseTo(1, 4)
    expect(Math.sqrt(second - mean * mean) / mg1WaitDeviation(load, [1, 1, 1])).toBeCloseTo(1, 4)
  })
})

describe('E_k/M/1', () => {
  it('with one stage is M/M/1', () => {
    const queue = new EM1(1, 0.8, 0.1)
    expect(queue.waits).toBeCloseTo(0.8, 12)
    expect(queue.meanWait).toBeCloseTo(0.4, 12)
    expect(queue.sojournQuantile(0.99)).toBeCloseTo(new MMc(1, 0.8, 0.1).sojournQuantile(0.99), 12)
  })

  it.each([0.1, 0.5, 0.8, 0.95])('with two stages has the root of its cubic at ρ = %d', (load) => {
    const queue = new EM1(2, load, 0.1)
    // (σ − 1)(σ² − (1 + 4ρ)σ + 4ρ²) = 0
    expect(queue.waits).toBeCloseTo((1 + 4 * load - Math.sqrt(1 + 8 * load)) / 2, 12)
    expect(queue.waitTail(0)).toBe(queue.waits)
  })

  it('agrees with published values: two and four servers at 80 %, served in turn', () => {
    expect(new EM1(2, 0.8, 0.1).meanSojourn).toBeCloseTo(0.3844, 4)
    expect(new EM1(4, 0.8, 0.1).meanSojourn).toBeCloseTo(0.3267, 4)
  })
})

describe('stages one after the other', () => {
  it('have the tail of their convolution', () => {
    // 2e^(−t) − e^(−2t) for rates 1 and 2.
    expect(stagesTail([1, 2], 0.7)).toBeCloseTo(2 * Math.exp(-0.7) - Math.exp(-1.4), 12)
    expect(stagesTail([5], 0.3)).toBeCloseTo(Math.exp(-1.5), 12)
    expect(integral((t) => stagesTail([5, 3, 15], t), 40)).toBeCloseTo(0.6, 6)
  })

  it('and quantiles where that tail has fallen far enough', () => {
    expect(quantileOfTail((t) => stagesTail([5], t), 0.95)).toBeCloseTo(Math.log(20) / 5, 12)
    expect(quantileOfTail((t) => 0.5 * stagesTail([5], t), 0.5)).toBe(0)
  })
})

describe('M/D/c', () => {
  it.each([0.05, 0.5, 0.8, 0.95])('with one server is Pollaczek and Khinchine’s formula at ρ = %d', (load) => {
    expect(mdcMeanWait(1, load, 0.01) / mg1MeanWait(load, 0.01, 0)).toBeCloseTo(1, 8)
  })

  it.each([
    [2, 0.5],
    [2, 1.7],
    [4, 3.2],
    [10, 8],
    [30, 27],
  ])('agrees with its embedded Markov chain for c = %d, a = %d', (servers, load) => {
    expect((mdcMeanWait(servers, load, 1) * load) / chainQueue(servers, load)).toBeCloseTo(1, 7)
  })

  it('has no wait to speak of with many idle servers', () => {
    expect(mdcMeanWait(256, 0.1, 1)).toBe(0)
    expect(mdcMeanWait(20, 0.1, 1)).toBeLessThan(1e-30)
  })

  it('has no stationary state at full load', () => {
    expect(mdcMeanWait(2, 2, 1)).toBe(Number.POSITIVE_INFINITY)
  })
})

/** ∫ f from 0 to `end` by Simpson's rule in steps of 0.01; by default for tails that are below 1e-9 from t = 400 on. */
function integral(f: (t: number) => number, end = 400): number {
  const step = 0.01
  const steps = 2 * Math.round(end / step / 2)
  let sum = f(0) + f(end)
  for (let i = 1; i < steps; i++) sum += f(i * step) * (i % 2 === 0 ? 2 : 4)
  return (sum * step) / 3
}

/**
 * Mean queue of M/D/c with D = 1, another way: who is in the system at t + D arrived within D or was not served
 * at t, so X(t + D) = max(0, X(t) − c) + Poisson(a). The chain is iterated until it stands.
 */
function chainQueue(servers: number, load: number): number {
  const size = 600
  const poisson = [Math.exp(-load)]
  for (let n = 1; n < 200; n++) poisson.push((poisson[n - 1]! * load) / n)
  let state = [1, ...Array<number>(size - 1).fill(0)]
  for (let mean = -1, next = 0; Math.abs(next - mean) > 1e-12 * next || next === 0; ) {
    const moved = Array<number>(size).fill(0)
    state.forEach((p, x) => {
      const left = Math.max(0, x - servers)
      for (let n = 0; n < poisson.length && left + n < size; n++) moved[left + n]! += p * poisson[n]!
    })
    state = moved
    mean = next
    next = state.reduce((sum, p, x) => sum + p * x, 0)
  }
  return state.reduce((sum, p, x) => sum + p * Math.max(0, x - servers), 0)
}

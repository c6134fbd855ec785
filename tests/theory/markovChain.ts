/** Where a state of a Markov chain goes, and at which rate [1/s]. */
export interface Transition {
  readonly to: readonly number[]
  readonly rate: number
}

/**
 * The stationary probabilities of a Markov chain in continuous time, by Gauss and Seidel's iteration. Chains without
 * a last state are cut off by leaving transitions out where hardly anybody comes.
 * @param start any state; the others are found from it
 * @returns the mean of `value` over the stationary law
 */
export function stationaryMean(
  start: readonly number[],
  transitionsFrom: (state: readonly number[]) => readonly Transition[],
): (value: (state: readonly number[]) => number) => number {
  const states = [start]
  const indexes = new Map([[start.join(), 0]])
  const incoming: { from: number; rate: number }[][] = [[]]
  const outRates: number[] = []
  for (let from = 0; from < states.length; from++) {
    let outRate = 0
    for (const { to, rate } of transitionsFrom(states[from]!)) {
      const key = to.join()
      let index = indexes.get(key)
      if (index === undefined) {
        index = states.push(to) - 1
        indexes.set(key, index)
        incoming.push([])
      }
      incoming[index]!.push({ from, rate })
      outRate += rate
    }
    outRates.push(outRate)
  }
  const probability = new Float64Array(states.length).fill(1 / states.length)
  for (let change = 1; change > 1e-13; ) {
    change = 0
    for (let i = 0; i < states.length; i++) {
      let inflow = 0
      for (const { from, rate } of incoming[i]!) inflow += probability[from]! * rate
      const next = inflow / outRates[i]!
      change = Math.max(change, Math.abs(next - probability[i]!))
      probability[i] = next
    }
    const total = probability.reduce((a, b) => a + b)
    for (let i = 0; i < states.length; i++) probability[i]! /= total
  }
  return (value) => states.reduce((sum, state, i) => sum + probability[i]! * value(state), 0)
}

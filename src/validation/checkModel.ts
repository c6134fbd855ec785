import { Run } from '../engine/run'
import type { GaugeName } from '../engine/runResult'
import { Outcome } from '../kernel/network/outcome'
import { meanInterval } from '../stats/meanInterval'
import { QueueObserver } from './queueObserver'
import type { FigureReport, ModelReport, Replication, TheoryFigure, TheoryModel } from './theoryModel'

/** Share of confidence intervals that cover the truth. */
export const CONFIDENCE = 0.99

/**
 * Largest distance between simulation and theory in standard errors: beyond it lies one mean in a
 * million of a normal law.
 */
export const MAX_Z = 4.89

/**
 * Runs a model and holds its figures against theory. A figure agrees when the mean over the
 * replications is within its tolerance, and no further than {@link MAX_Z} standard errors away.
 * The same seed gives the same report in every browser.
 * @param seed 0 … 2³² − 1
 * @param onReplication told after each replication how many are done
 */
export function checkModel(model: TheoryModel, seed: number, onReplication?: (done: number) => void): ModelReport {
  const values = model.figures.map(() => new Float64Array(model.replications))
  for (let i = 0; i < model.replications; i++) {
    const replication = replicate(model, seed, i)
    model.figures.forEach((figure, f) => {
      values[f]![i] = figure.simulated(replication)
    })
    onReplication?.(i + 1)
  }
  const figures = model.figures.map((figure, f) => compare(figure, values[f]!))
  return {
    id: model.id,
    title: model.title,
    replications: model.replications,
    confidence: CONFIDENCE,
    figures,
    verdict: figures.every(({ verdict }) => verdict === 'agrees') ? 'agrees' : 'differs',
  }
}

/** One run of a model, observed after its warm-up. */
export function replicate({ id, scenario, warmUp }: TheoryModel, seed: number, replication: number): Replication {
  const run = new Run({ scenario, scenarioName: id, seed, replication, appVersion: '' })
  const queue = new QueueObserver(run.network, warmUp)
  run.network.simulation.step(warmUp, Number.POSITIVE_INFINITY)
  const before = run.view(2).summary.components
  run.toEnd()
  const result = run.finish(0)
  const { components } = result.summary
  let latencies: Float64Array | undefined
  const area = (of: typeof components, component: string, metric: GaugeName, time: number) =>
    of[component]![metric]!.mean * time
  return {
    result,
    warmUp,
    get latencies() {
      latencies ??= latenciesAfter(result.requests, warmUp)
      return latencies
    },
    queue,
    gaugeMean: (component, metric) =>
      (area(components, component, metric, result.horizon) - area(before, component, metric, warmUp)) /
      (result.horizon - warmUp),
  }
}

function latenciesAfter({ start, finish, outcome }: Replication['result']['requests'], warmUp: number): Float64Array {
  const latencies = new Float64Array(start.length)
  let count = 0
  for (let i = 0; i < start.length; i++) {
    if (outcome[i] === Outcome.COMPLETED && start[i]! >= warmUp) latencies[count++] = finish[i]! - start[i]!
  }
  return latencies.subarray(0, count).sort()
}

function compare({ name, unit, expected, tolerance }: TheoryFigure, values: Float64Array): FigureReport {
  const { mean, standardError, low, high } = meanInterval(values, CONFIDENCE)
  // A figure without scatter is a sum of constants: only rounding separates it from theory.
  const z = (mean - expected) / Math.max(standardError, ROUNDING * Math.abs(expected))
  const agrees = Math.abs(z) <= MAX_Z && Math.abs(mean - expected) <= tolerance * Math.abs(expected)
  return { name, unit, expected, simulated: mean, low, high, z, tolerance, verdict: agrees ? 'agrees' : 'differs' }
}

const ROUNDING = 1e-9

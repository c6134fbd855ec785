import { readFileSync } from 'node:fs'
import { ensureExists } from '../../src/base/assert'
import { runToEnd } from '../../src/engine/run'
import { parseScenario } from '../../src/scenario/parse'
import { RUN_LIMITS } from '../../src/scenario/size/limits'
import { meanOf, type Phase, runFigures, varianceOf } from './runFigures'

/** Mean and sample standard deviation of a figure over independent seeds. */
export interface Spread {
  readonly mean: number
  readonly sd: number
}

/** One figure on both sides. */
export interface Comparison {
  readonly figure: string
  readonly asyncflow: Spread
  readonly ours: Spread
  /** Difference of the means in standard errors; 0 when both sides never vary and agree. */
  readonly z: number
}

interface Recorded {
  readonly seeds: number
  readonly figures: Readonly<Record<string, Spread>>
}

const recordedFigures = JSON.parse(
  readFileSync(new URL('./asyncflow-figures.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Recorded>>

/** The seed of our side; any would do. */
export const SEED = 1

/**
 * Figures that differ on purpose. AsyncFlow's arrivals run ahead of its clock (F5), so its runs end with
 * a silent tail in which the system empties; ours end in the middle of things.
 */
const DIFFERENT_ON_PURPOSE = new Set(['in_flight_at_end'])

export const comparedScenarios = ['minimal', 'single_server', 'event_inj_single_server', 'event_inj_lb'] as const
export type ComparedScenario = (typeof comparedScenarios)[number]

const phases: Record<ComparedScenario, readonly Phase[]> = {
  minimal: [],
  single_server: [],
  event_inj_single_server: phasesBetween([0, 120, 240, 500], ['before', 'during_spike', 'after']),
  event_inj_lb: phasesBetween(
    [0, 100, 160, 180, 240, 300, 360, 420, 480, 540, 600],
    [
      'before',
      'spike1_client-lb_100_160',
      'calm_160_180',
      'srv1_down_180_240',
      'calm_240_300',
      'spike2_lb-srv2_300_360',
      'srv2_down_360_420',
      'calm_420_480',
      'spike3_gen-client_480_540',
      'after_540_600',
    ],
  ),
}

/** Runs a scenario as often as AsyncFlow 0.1.1 was run, and compares every recorded figure. */
export function compareWithAsyncFlow(name: ComparedScenario, seed: number): Comparison[] {
  const { seeds, figures } = recordedFigures[name]!
  const text = readFileSync(new URL(`../fixtures/asyncflow/${name}.yml`, import.meta.url), 'utf8')
  const scenario = parseScenario(text).scenario!
  // AsyncFlow sampled what its file enables; here every gauge is wanted.
  const sampled = {
    ...scenario,
    sim_settings: {
      ...scenario.sim_settings,
      enabled_sample_metrics: [
        'ready_queue_len' as const,
        'event_loop_io_sleep' as const,
        'ram_in_use' as const,
        'edge_concurrent_connection' as const,
      ],
    },
  }
  const runs = Array.from({ length: seeds }, (_, replication) =>
    runFigures(
      runToEnd({
        scenario: sampled,
        scenarioName: name,
        seed,
        replication,
        appVersion: 'validation',
        limits: { ...RUN_LIMITS, seriesPoints: 2 ** 20, allPoints: 2 ** 30 },
      }),
      phases[name],
    ),
  )
  return compareFigures(figures, runs)
}

/** Every recorded figure, but those that differ on purpose, beside the same of our runs. */
export function compareFigures(
  recorded: Readonly<Record<string, Spread>>,
  runs: readonly ReadonlyMap<string, number>[],
): Comparison[] {
  const compared = Object.entries(recorded).filter(([figure]) => !DIFFERENT_ON_PURPOSE.has(figure))
  return compared.map(([figure, asyncflow]) => {
    const values = runs.map((run) => ensureExists(run.get(figure), `figure ${figure}`))
    const ours = { mean: meanOf(values), sd: Math.sqrt(varianceOf(values, values.length - 1)) }
    const error = Math.sqrt((asyncflow.sd ** 2 + ours.sd ** 2) / runs.length)
    const difference = ours.mean - asyncflow.mean
    const negligible = Math.abs(difference) <= 1e-6 * Math.abs(asyncflow.mean)
    return { figure, asyncflow, ours, z: negligible ? 0 : difference / error }
  })
}

function phasesBetween(borders: readonly number[], names: readonly string[]): Phase[] {
  return names.map((name, i) => ({ name, start: borders[i]!, end: borders[i + 1]! }))
}

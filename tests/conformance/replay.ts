import { runToEnd } from '../../src/engine/run'
import type { RunResult } from '../../src/engine/runResult'
import { parseScenario } from '../../src/scenario/parse'
import { RUN_LIMITS } from '../../src/scenario/size/limits'
import { type Tape, TapeDraws } from './tape'

/** Times may differ by the rounding of a sum, no more [s]. */
const TOLERANCE = 1e-9

/**
 * Runs the scenario of a tape through the kernel, with the recorded draws in place of the generator.
 * @returns what differs from the recording, in words; empty if nothing does
 */
export function replay(tape: Tape): readonly string[] {
  const { scenario, diagnostics } = parseScenario(tape.scenario_yaml)
  if (!scenario) return diagnostics.map(({ message }) => `the scenario is refused: ${message}`)
  const draws = new TapeDraws(tape.tape)
  const result = runToEnd({
    scenario,
    scenarioName: 'tape',
    seed: 0,
    appVersion: 'replay',
    draws,
    // Every sample is compared, so no series may be joined.
    limits: { ...RUN_LIMITS, seriesPoints: 2 ** 24, allPoints: 2 ** 30 },
  })
  return [
    ...(draws.isExhausted ? [] : ['draws are left on the tape']),
    ...requestDifferences(tape, result),
    ...sampleDifferences(tape, result),
  ]
}

function requestDifferences(tape: Tape, { summary, requests }: RunResult): string[] {
  const differences: string[] = []
  if (summary.requests.generated !== tape.generated) {
    differences.push(`${summary.requests.generated} requests generated, ${tape.generated} recorded`)
  }
  const completed = [...requests.id.keys()].filter((i) => requests.outcome[i] === 0)
  if (completed.length !== tape.completed_ids.length) {
    differences.push(`${completed.length} requests completed, ${tape.completed_ids.length} recorded`)
  }
  const firstWrong = completed.findIndex((i, n) => {
    const [start, finish] = tape.rqs_clock[n] ?? [Number.NaN, Number.NaN]
    const same =
      requests.id[i] === tape.completed_ids[n] &&
      Math.abs(requests.start[i]! - start) <= TOLERANCE &&
      Math.abs(requests.finish[i]! - finish) <= TOLERANCE
    return !same
  })
  if (firstWrong >= 0) {
    const i = completed[firstWrong]!
    differences.push(
      `completion ${firstWrong + 1} is request ${requests.id[i]} (${requests.start[i]} s to ${requests.finish[i]} s), ` +
        `recorded was ${tape.completed_ids[firstWrong]} (${tape.rqs_clock[firstWrong]?.join(' s to ')} s)`,
    )
  }
  return differences
}

function sampleDifferences(tape: Tape, { series }: RunResult): string[] {
  return Object.entries(tape.sampled).flatMap(([metric, components]) =>
    Object.entries(components).flatMap(([component, recorded]) => {
      const ours = series.find((s) => s.metric === metric && s.component === component)?.mean ?? []
      if (ours.length !== recorded.length) {
        return [`${metric} of ${component} has ${ours.length} samples, ${recorded.length} recorded`]
      }
      const wrong = recorded.findIndex((value, i) => Math.abs(ours[i]! - value) > TOLERANCE)
      return wrong < 0
        ? []
        : [`sample ${wrong + 1} of ${metric} of ${component} is ${ours[wrong]}, recorded was ${recorded[wrong]}`]
    }),
  )
}

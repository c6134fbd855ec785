import type { RunFailure } from '../../store/contracts'

/** Everything needed to make a failed run again, as plain text. */
export function failureReport(failure: RunFailure, scenarioText: string): string {
  return [
    `AsyncFlow Studio ${__APP_VERSION__}`,
    `code: ${failure.code}`,
    `message: ${failure.message}`,
    `simulated time: ${failure.simulatedSeconds} s`,
    `seed: ${failure.seed}`,
    'scenario:',
    scenarioText,
  ].join('\n')
}

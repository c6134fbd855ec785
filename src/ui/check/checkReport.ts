import type { CheckState } from '../../store/checkStore'
import { figureWords, verdictOf } from './checkWords'

/** Everything that a check found, as plain text for an issue or a mail; `where` names app and browser. */
export function checkReport(check: CheckState, where: string): string {
  return [
    where,
    verdictOf(check)?.text ?? 'The check did not come to its end.',
    '',
    'Figure, theory, simulated, interval, standard errors apart, verdict',
    ...check.models.flatMap(({ title, replications, confidence, figures }) => [
      `${title} (${replications} runs, ${confidence * 100} % interval)`,
      ...figures.map((figure) => {
        const { name, unit, expected, simulated, low, high } = figureWords(figure)
        const label = unit === '' ? name : `${name} [${unit}]`
        return `  ${label}, ${expected}, ${simulated}, ${low} to ${high}, ${figure.z.toFixed(1)}, ${figure.verdict}`
      }),
    ]),
    '',
    'Scenario, seed, events, order, trace, series, outputs, verdict',
    ...check.fingerprints.map(({ scenario, seed, events, fingerprint, isSame }) => {
      const { order, trace, series, outputs } = fingerprint
      return [scenario, seed, events, order, trace, series, outputs, isSame ? 'same' : 'differs'].join(', ')
    }),
    '',
  ].join('\n')
}

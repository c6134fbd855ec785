import { checkModel } from './checkModel'
import type { Fingerprint } from './fingerprint'
import { computeGolden, goldenOf, isSameRun, referenceRuns } from './goldens'
import type { ModelReport, TheoryModel } from './theoryModel'

/** A reference run as it went here. */
export interface FingerprintReport {
  readonly scenario: string
  readonly seed: number
  readonly events: number
  readonly fingerprint: Fingerprint
  /** Whether it was the run that was accepted, event by event and bit by bit. */
  readonly isSame: boolean
}

/** What a check tells as it goes along. */
export type CheckEvent =
  | { readonly kind: 'progress'; readonly runsDone: number; readonly runs: number }
  | { readonly kind: 'fingerprint'; readonly report: FingerprintReport }
  | { readonly kind: 'model'; readonly report: ModelReport }

/**
 * Makes every reference run and compares fingerprints, then holds models against theory. Takes as long as
 * that takes: not for a thread that has to answer somebody.
 * @param seed 0 … 2³² − 1, of the models
 */
export function checkSimulator(models: readonly TheoryModel[], seed: number, tell: (event: CheckEvent) => void): void {
  const references = referenceRuns()
  const runs = models.reduce((sum, { replications }) => sum + replications, references.length)
  let runsDone = 0
  const countRun = () => tell({ kind: 'progress', runsDone: ++runsDone, runs })

  for (const { reference, seed: referenceSeed } of references) {
    const { scenario, events, fingerprint } = computeGolden(reference, referenceSeed)
    const accepted = goldenOf(scenario, referenceSeed)
    const isSame = accepted !== undefined && isSameRun(accepted.fingerprint, fingerprint)
    tell({ kind: 'fingerprint', report: { scenario, seed: referenceSeed, events, fingerprint, isSame } })
    countRun()
  }
  for (const model of models) tell({ kind: 'model', report: checkModel(model, seed, countRun) })
}

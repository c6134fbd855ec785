import type { Scenario } from '../catalog/specs'
import { scenarioHash } from './canonical'
import type { DocumentPath } from './diagnostic'
import { scenarioEdits } from './edit'
import { parseScenario } from './parse'
import { paths } from './paths'
import { estimateRun, type RunEstimate } from './size/estimate'
import { applyTextPatches } from './textPatches'

/** A text in which one number is to be another. */
export interface VariantQuestion {
  readonly text: string
  readonly path: DocumentPath
  readonly value: number
  /** Simulated time in place of the text's [s]. */
  readonly horizon: number | undefined
}

/** A scenario in which one value is another, ready to run; or why the language refuses that value. */
export type Variant =
  | {
      readonly ok: true
      readonly value: number
      readonly scenario: Scenario
      /** Two variants of one hash are the same run under the same seed. */
      readonly hash: string
      readonly estimate: RunEstimate
    }
  | { readonly ok: false; readonly value: number; readonly reason: string }

/** Writes the value in its place as a form would, and reads the text again. */
export function variantOf({ text, path, value, horizon }: VariantQuestion): Variant {
  const settings: readonly (readonly [DocumentPath, number])[] = [
    [path, value],
    ...(horizon === undefined ? [] : [[[...paths.settings, 'total_simulation_time'], horizon] as const]),
  ]
  let varied = text
  for (const [at, number] of settings) {
    const edit = scenarioEdits.setValue(varied, at, number)
    if (!edit.ok) return { ok: false, value, reason: edit.reason }
    varied = applyTextPatches(varied, edit.patches)
  }
  const { scenario, diagnostics } = parseScenario(varied)
  if (scenario === undefined) {
    const error = diagnostics.find(({ severity }) => severity === 'error')
    return { ok: false, value, reason: error?.message ?? 'The text has errors.' }
  }
  return { ok: true, value, scenario, hash: scenarioHash(scenario), estimate: estimateRun(scenario) }
}

import type { Scenario } from '../catalog/specs'
import { scenarioHash } from '../scenario/canonical'
import type { DocumentPath } from '../scenario/diagnostic'
import { scenarioEdits } from '../scenario/edit'
import { parseScenario } from '../scenario/parse'
import { paths } from '../scenario/paths'
import { estimateRun, type RunEstimate } from '../scenario/size/estimate'
import { applyTextPatches } from '../scenario/textPatches'

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

/**
 * Writes `value` in its place as the form would, and reads the text again.
 * @param horizon simulated time in place of the text's [s]
 */
export function variantOf(text: string, path: DocumentPath, value: number, horizon: number | undefined): Variant {
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

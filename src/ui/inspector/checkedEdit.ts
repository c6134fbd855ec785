import type { Diagnostic } from '../../scenario/diagnostic'
import type { Edit } from '../../scenario/edit'
import { parseScenario } from '../../scenario/parse'
import { applyTextPatches, changesBetween } from '../../scenario/textPatches'

type TextEdit = (text: string) => Edit

/**
 * Lets an edit through only if it brings no new error into the text. A form refuses what the language refuses,
 * whatever the rule, and says it in the words of the rule.
 */
export function checked(edit: TextEdit): TextEdit {
  return (text) => {
    const result = edit(text)
    if (!result.ok) return result
    const known = new Set(errorsOf(text).map(identity))
    const fresh = errorsOf(applyTextPatches(text, result.patches)).find((error) => !known.has(identity(error)))
    return fresh ? { ok: false, reason: fresh.message } : result
  }
}

/** Several edits, each of the text that the one before left, as one edit with one undo step. */
export function sequence(label: string, edits: readonly TextEdit[]): TextEdit {
  return (text) => {
    let after = text
    for (const edit of edits) {
      const result = edit(after)
      if (!result.ok) return result
      after = applyTextPatches(after, result.patches)
    }
    return { ok: true, label, patches: changesBetween(text, after) }
  }
}

const errorsOf = (text: string) => parseScenario(text).diagnostics.filter(({ severity }) => severity === 'error')
const identity = ({ code, message }: Diagnostic) => `${code} ${message}`

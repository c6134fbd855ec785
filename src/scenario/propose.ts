import type { QuickFix } from './diagnostic'
import type { Edit } from './edit'

/**
 * Works out a fix by an edit of the text: one fix, or none if the edit is refused.
 * Each edit reads the text again, so only the first few problems of a text get such fixes.
 */
export type Propose = (title: string, edit: (text: string) => Edit) => QuickFix[]

/** How much text may be read for fixes in all [characters]: twenty fixes of a usual scenario, about 0.1 s. */
const BUDGET = 80_000

export function createProposals(text: string): Propose {
  let left = BUDGET
  return (title, edit) => {
    if (left <= 0) return []
    left -= text.length
    const answer = edit(text)
    return answer.ok ? [{ title, patches: answer.patches }] : []
  }
}

import type { QuickFix } from './diagnostic'
import type { Edit } from './edit'

/**
 * Works out a fix by an edit of the text: one fix, or none if the edit is refused.
 * Each edit reads the text again, so only the first few problems of a text get such fixes.
 */
export type Propose = (title: string, edit: (text: string) => Edit) => QuickFix[]

/** Enough for what a person mends before looking again. */
const MAX_PROPOSALS = 20

export function createProposals(text: string): Propose {
  let proposals = 0
  return (title, edit) => {
    proposals += 1
    const answer = proposals > MAX_PROPOSALS ? undefined : edit(text)
    return answer?.ok ? [{ title, patches: answer.patches }] : []
  }
}

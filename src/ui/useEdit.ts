import { useCallback } from 'react'
import type { Edit } from '../scenario/edit'
import { useStudio } from './studio'

/**
 * Applies an edit of the present text as one undo step. A refusal is told to the person as a notice.
 * Answers with the edit, so that the caller can go on with what it made.
 */
export function useEdit(origin: 'canvas' | 'inspector') {
  const { scenario, view } = useStudio()
  return useCallback(
    (edit: (text: string) => Edit): Edit => {
      const result = edit(scenario.getState().text)
      if (result.ok) scenario.getState().applyPatches(result.patches, result.label, origin)
      else view.getState().notify({ severity: 'warning', message: result.reason })
      return result
    },
    [scenario, view, origin],
  )
}

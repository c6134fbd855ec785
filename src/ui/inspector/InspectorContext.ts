import { createContext, useContext } from 'react'
import { ensureExists } from '../../base/assert'
import type { Scenario } from '../../catalog/specs'
import type { Edit } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import type { ParsedScenario } from '../../scenario/parse'

/** What every field of the form needs. Neither way of editing lets a new error into the text. */
export interface InspectorModel {
  readonly scenario: Scenario
  readonly parsed: ParsedScenario
  /** True while the text cannot be read, so that nothing can be changed here. */
  readonly locked: boolean
  /** Applies an edit; a field shows the reason itself when it is refused. */
  readonly tryEdit: (edit: (text: string) => Edit) => Edit
  /** Applies an edit; a notice tells the reason when it is refused. */
  readonly perform: (edit: (text: string) => Edit) => Edit
  readonly select: (element: ElementRef | undefined) => void
}

export const InspectorContext = createContext<InspectorModel | undefined>(undefined)

export function useInspector(): InspectorModel {
  return ensureExists(useContext(InspectorContext), 'InspectorContext')
}

import { useMemo, useRef } from 'react'
import type { Scenario } from '../../catalog/specs'
import { classNames } from '../../widgets/classNames'
import { useKeepFocus } from '../../widgets/useKeepFocus'
import { selectFreshness } from '../drawnScenario'
import { useScenario, useStudio, useView } from '../studio'
import { useEdit } from '../useEdit'
import { checked } from './checkedEdit'
import styles from './Inspector.module.css'
import { InspectorContext, type InspectorModel } from './InspectorContext'
import { SelectionForm } from './SelectionForm'

interface InspectorProps {
  readonly scenario: Scenario
  readonly className?: string
}

/** The form of what is selected; every change is an edit of the text. */
export function Inspector({ scenario, className }: InspectorProps) {
  const stores = useStudio()
  const parsed = useScenario((state) => state.parsed)
  const locked = useScenario((state) => selectFreshness(state) === 'outdated')
  const selection = useView((state) => state.selection)
  const applyEdit = useEdit('inspector')
  const model = useMemo<InspectorModel>(
    () => ({
      scenario,
      parsed,
      locked,
      tryEdit: (edit) => {
        const result = checked(edit)(stores.scenario.getState().text)
        if (result.ok) stores.scenario.getState().applyPatches(result.patches, result.label, 'inspector')
        return result
      },
      perform: (edit) => applyEdit(checked(edit)),
      select: (element) => stores.view.getState().select(element, 'inspector'),
    }),
    [stores, scenario, parsed, locked, applyEdit],
  )
  const container = useRef<HTMLElement>(null)
  const keepFocus = useKeepFocus(container)
  return (
    <aside
      ref={container}
      className={classNames(styles.inspector, className)}
      aria-label="Inspector"
      tabIndex={-1}
      {...keepFocus}
    >
      {locked && <p className={styles.locked}>The text has errors. These are the last values that could be read.</p>}
      <InspectorContext value={model}>
        <SelectionForm selection={selection} />
      </InspectorContext>
    </aside>
  )
}

import type { StudioDocument, StudioStores } from '../../store/contracts'
import { documentOf, isSameDocument } from '../../store/scenarioStore'

/**
 * Opens another document on top of the present one. Nothing is lost: undo brings the former one back,
 * and a notice offers just that until it has happened.
 */
export function openDocument({ scenario, view }: StudioStores, document: StudioDocument): void {
  const before = documentOf(scenario.getState())
  scenario.getState().open(document)
  const opened = documentOf(scenario.getState())
  const bringBack = () => {
    const { undo, open } = scenario.getState()
    if (isSameDocument(scenario.getState(), opened)) undo()
    else open(before)
  }
  view.getState().select(undefined, 'canvas')
  view.getState().notify({
    severity: 'info',
    message: `Opened “${document.name}”.`,
    action: { label: `Undo, back to “${before.name}”`, perform: bringBack },
  })

  const { notice } = view.getState()
  const stopWatching = scenario.subscribe((state) => {
    const isBack = isSameDocument(state, before)
    if (isBack && view.getState().notice === notice) view.getState().dismissNotice()
    if (isBack || view.getState().notice !== notice) stopWatching()
  })
}

import { type Example, examples } from '../../examples'
import type { StudioDocument, StudioStores } from '../../store/contracts'
import { documentOf, isSameDocument } from '../../store/scenarioStore'

/**
 * Opens another document on top of the present one. Nothing is lost: undo brings the former one back,
 * and a notice offers just that until it has happened (unless all there was is an example as it came).
 */
export function openDocument(
  { scenario, view }: Pick<StudioStores, 'scenario' | 'view'>,
  document: StudioDocument,
): void {
  const before = documentOf(scenario.getState())
  scenario.getState().open(document)
  const opened = documentOf(scenario.getState())
  const bringBack = () => {
    const { undo, open } = scenario.getState()
    if (isSameDocument(scenario.getState(), opened)) undo()
    else open(before)
  }
  view.getState().select(undefined, 'canvas')
  const message = `Opened “${document.name}”.`
  if (isUntouchedExample(before)) {
    view.getState().notify({ severity: 'info', message })
    return
  }
  view.getState().notify({
    severity: 'info',
    message,
    action: { label: `Undo, back to “${before.name}”`, perform: bringBack },
  })

  const { notice } = view.getState()
  const stopWatching = scenario.subscribe((state) => {
    const isBack = isSameDocument(state, before)
    if (isBack && view.getState().notice === notice) view.getState().dismissNotice()
    if (isBack || view.getState().notice !== notice) stopWatching()
  })
}

export function documentOfExample({ title, text }: Example): StudioDocument {
  return { name: title, text, positions: {}, seed: undefined }
}

/** Whether there is nothing of one's own in a document. */
export function isUntouchedExample({ name, text, positions, seed }: StudioDocument): boolean {
  const example = examples.find(({ title }) => title === name)
  return example?.text === text && seed === undefined && Object.keys(positions).length === 0
}

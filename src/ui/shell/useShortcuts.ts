import { useLayoutEffect } from 'react'
import type { StudioStores } from '../../store/contracts'
import { readPreference } from '../../store/preferences'
import { saveScenarioFile } from '../document/saveScenarioFile'
import { useStudio } from '../studio'

/** The keys that work everywhere on the page. The editor and the canvas take their own before they get here. */
export function useShortcuts(): void {
  const stores = useStudio()
  // Before the first paint: what can be seen can be used.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? undefined : actionFor(event)
      if (action === undefined || document.querySelector('dialog[open]')) return
      event.preventDefault()
      action(stores)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [stores])
}

type Action = (stores: StudioStores) => void

function actionFor(event: KeyboardEvent): Action | undefined {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key === 'enter') return ({ run }) => run.getState().start()
    if (key === 's') return saveScenarioFile
    if (isTextField(event.target)) return undefined
    if (key === 'z') return ({ scenario }) => (event.shiftKey ? scenario.getState().redo() : scenario.getState().undo())
    if (key === 'y') return ({ scenario }) => scenario.getState().redo()
    return undefined
  }
  const opensSheet = event.key === '?' && !isTextField(event.target) && readPreference('helpKey') !== 'off'
  return opensSheet ? ({ view }) => view.getState().showDialog('shortcuts') : undefined
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

import type { KeyboardEvent } from 'react'

/** Whether a key ends the typing in a field: Enter, also with Ctrl, or Ctrl+S, so that what is saved has it all. */
export function finishesField({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' || ((ctrlKey || metaKey) && key.toLowerCase() === 's')
}

/** What a key means in the editor before the editor itself sees it. */
export type EditorCommand = 'undo' | 'redo' | 'run' | 'next-problem' | 'previous-problem' | 'toggle-tab'

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** The command of a key press. Ctrl and Cmd mean the same, except for Ctrl+M: Cmd+M is the system's. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys): EditorCommand | undefined {
  if (altKey) return undefined
  if (key === 'F8') return shiftKey ? 'previous-problem' : 'next-problem'
  if (!ctrlKey && !metaKey) return undefined
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case 'y':
      return shiftKey ? undefined : 'redo'
    case 'enter':
      return shiftKey ? undefined : 'run'
    case 'm':
      return ctrlKey && !shiftKey ? 'toggle-tab' : undefined
    default:
      return undefined
  }
}

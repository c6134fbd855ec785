const KEY = 'asyncflow-studio:plain-text'

/** Whether the person asked for the plain text area; `false` where nothing can be kept. */
export function readPlainTextPreference(): boolean {
  try {
    return localStorage.getItem(KEY) === 'true'
  } catch {
    return false
  }
}

/** Keeps the choice for the next visit, where the browser allows it. */
export function writePlainTextPreference(plainText: boolean): void {
  try {
    localStorage.setItem(KEY, String(plainText))
  } catch {
    // Storage is blocked or full; the choice holds until the page is closed.
  }
}

import type { StoreApi } from 'zustand/vanilla'
import type { ThemeChoice, ViewState } from '../../store/contracts'
import { writePreference } from '../../store/preferences'

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)')

/** Keeps the page in the chosen theme, and in the system's while nothing else is chosen. */
export function followTheme(view: StoreApi<ViewState>): void {
  const apply = () => {
    document.documentElement.dataset.theme = resolveTheme(view.getState().theme)
  }
  apply()
  systemIsDark().addEventListener('change', apply)
  view.subscribe((state, before) => {
    if (state.theme === before.theme) return
    writePreference('theme', state.theme)
    apply()
  })
}

function resolveTheme(choice: ThemeChoice): 'light' | 'dark' {
  if (choice !== 'system') return choice
  return systemIsDark().matches ? 'dark' : 'light'
}

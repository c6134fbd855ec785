import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ThemeChoice, ViewState } from './contracts'

/** What is on show: never part of a document, never undone. */
export function createViewStore({ theme = 'system' }: { readonly theme?: ThemeChoice } = {}): StoreApi<ViewState> {
  let nonce = 0
  return createStore<ViewState>()((set) => ({
    theme,
    selection: undefined,
    selectionOrigin: 'canvas',
    maximized: undefined,
    tab: 'canvas',
    results: 'run',
    dialog: undefined,
    draft: { phase: 'saved' },
    notice: undefined,
    reveal: undefined,
    setTheme: (next) => set({ theme: next }),
    select: (selection, selectionOrigin) => set({ selection, selectionOrigin }),
    maximize: (maximized) => set({ maximized }),
    showTab: (tab) => set({ tab }),
    showResults: (results) => set({ results }),
    showDialog: (dialog) => set({ dialog }),
    notify: (notice) => set({ notice: { ...notice, nonce: ++nonce } }),
    dismissNotice: () => set({ notice: undefined }),
    reportDraft: (draft) => set({ draft }),
    revealRange: (start, end) =>
      set(({ maximized }) => ({
        reveal: { start, end, nonce: ++nonce },
        tab: 'editor',
        maximized: maximized === 'editor' ? maximized : undefined,
      })),
  }))
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TimeState, TimeView } from './contracts'

const WHOLE: TimeView = { zoom: undefined, selection: undefined, pointed: undefined, pinned: undefined }

/** The one time axis of the page. */
export function createTimeStore(): StoreApi<TimeState> {
  return createStore<TimeState>()((set) => ({
    ...WHOLE,
    look: (part) => set(part),
    reset: () => set(WHOLE),
  }))
}

/** The time that charts mark and the canvas shows [s]: under the pointer, or else the one that was chosen. */
export function cursorOf({ pointed, pinned }: Pick<TimeView, 'pointed' | 'pinned'>): number | undefined {
  return pointed ?? pinned
}

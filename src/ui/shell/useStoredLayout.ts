import { useMemo } from 'react'
import type { Layout } from 'react-resizable-panels'
import { type PreferenceName, readPreference, writePreference } from '../../store/preferences'

/** Sizes of panes that survive a reload; spread it onto a `Group`. */
export function useStoredLayout(name: PreferenceName) {
  return useMemo(
    () => ({
      id: name,
      defaultLayout: readLayout(name),
      onLayoutChanged: (layout: Layout) => writePreference(name, JSON.stringify(layout)),
    }),
    [name],
  )
}

/** undefined when nothing usable is stored: the default sizes apply. */
function readLayout(name: PreferenceName): Layout | undefined {
  try {
    const stored: unknown = JSON.parse(readPreference(name) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return undefined
    const sizes = Object.entries(stored)
    return sizes.every(([, size]) => Number.isFinite(size)) ? Object.fromEntries(sizes) : undefined
  } catch {
    return undefined
  }
}

import { createContext, useContext } from 'react'
import { ensureExists } from '../../base/assert'
import type { MenuItem } from '../../widgets/Menu'
import type { ChartOrigin } from '../charts/chartOrigin'
import type { Marker } from '../charts/markers'
import type { TimeScale } from '../charts/timeScale'
import type { ShownRun } from './shownRun'

/** What a chart knows of the dashboard that it stands on. */
export interface PanelFrame {
  /** Names the chart in files. */
  readonly id: string
  readonly run: ShownRun
  /** The run, once it has ended. */
  readonly origins: readonly ChartOrigin[]
  readonly scale: TimeScale
  readonly markers: readonly Marker[]
  /** What can be done with its place on the dashboard. */
  readonly actions: readonly MenuItem[]
}

export const PanelContext = createContext<PanelFrame | undefined>(undefined)

export function usePanel(): PanelFrame {
  return ensureExists(useContext(PanelContext), 'PanelContext')
}

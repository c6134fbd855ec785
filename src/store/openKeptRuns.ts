import type { StoreApi } from 'zustand/vanilla'
import type { ParsedScenario } from '../scenario/parse'
import { openRunDatabase } from './keptRunsDatabase'
import { createKeptRunsStore, type KeptRunsState } from './keptRunsStore'

/** The kept runs of this browser; all tabs follow each other's changes. */
export function openKeptRuns(parse: (text: string) => ParsedScenario): StoreApi<KeptRunsState> {
  const channel = openChannel()
  const announce = () => channel?.postMessage(undefined)
  const runs = createKeptRunsStore({ database: openRunDatabase(), parse, announce })
  channel?.addEventListener('message', () => void runs.getState().refresh())
  void runs.getState().refresh()
  return runs
}

/** undefined where the browser forbids what tabs could share. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel('asyncflow-studio.runs')
  } catch {
    return undefined
  }
}

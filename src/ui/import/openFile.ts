import type { RunResult } from '../../engine/runResult'
import { parseRunFile } from '../../export/runFile'
import type { StudioStores } from '../../store/contracts'
import type { KeptRun } from '../../store/keptRun'
import { openDocument } from '../document/openDocument'
import { mustWait } from '../runs/mustWait'
import { type DroppedFile, readFile } from './readFile'

type Stores = Pick<StudioStores, 'scenario' | 'run' | 'runs' | 'view'>

/**
 * Opens a scenario, or a run unless another one is under way, from a file. The present document can be brought back by
 * undo.
 */
export async function openFile(stores: Stores, file: DroppedFile): Promise<void> {
  const reading = await readFile(file)
  if (!reading.ok) {
    stores.view.getState().notify({ severity: 'error', message: reading.reason })
    return
  }
  if (reading.kind === 'run') openRun(stores, reading.name, reading.text)
  else openDocument(stores, { name: reading.name, text: reading.text, positions: {}, seed: undefined })
}

function openRun(stores: Stores, fileName: string, content: string): void {
  if (mustWait(stores)) return
  const { view, scenario, run, runs } = stores
  const file = parseRunFile(content)
  if (!file.ok) {
    view.getState().notify({ severity: 'error', message: file.reason })
    return
  }
  const { scenarioText: text, result } = file.run
  const name = result.identity.scenarioName || fileName
  openDocument(stores, { name, text, positions: {}, seed: result.identity.seed })
  const { scenario: parsed } = scenario.getState().settle()
  if (parsed) {
    const kept = runs.getState().runs.find((one) => isSameRun(one, result))
    const opened = { id: kept?.id ?? crypto.randomUUID(), result, text, scenario: parsed }
    run.getState().show(opened)
    view.getState().showResults('run')
    if (kept === undefined) void runs.getState().keep(opened)
  } else
    view.getState().notify({
      severity: 'warning',
      message: 'The scenario of this run has errors in this version, so its results cannot be shown.',
    })
}

/** Whether a run of the list is this one: version, scenario, seed and end make a run. */
function isSameRun(kept: KeptRun, { identity, end, simulatedSeconds }: RunResult): boolean {
  return (
    kept.appVersion === identity.appVersion &&
    kept.scenarioHash === identity.scenarioHash &&
    kept.seed === identity.seed &&
    kept.end === end &&
    kept.simulatedSeconds === simulatedSeconds
  )
}

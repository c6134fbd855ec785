import { parseRunFile } from '../../export/runFile'
import type { StudioStores } from '../../store/contracts'
import { openDocument } from '../document/openDocument'
import { type DroppedFile, readFile } from './readFile'

/** Opens a scenario or a run from a file. The present document can be brought back by undo. */
export async function openFile(stores: StudioStores, file: DroppedFile): Promise<void> {
  const reading = await readFile(file)
  if (!reading.ok) {
    stores.view.getState().notify({ severity: 'error', message: reading.reason })
    return
  }
  if (reading.kind === 'run') openRun(stores, reading.name, reading.text)
  else openDocument(stores, { name: reading.name, text: reading.text, positions: {}, seed: undefined })
}

function openRun(stores: StudioStores, fileName: string, content: string): void {
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
    const opened = { id: crypto.randomUUID(), result, text, scenario: parsed }
    run.getState().show(opened)
    view.getState().showResults('run')
    void runs.getState().keep(opened)
  } else
    view.getState().notify({
      severity: 'warning',
      message: 'The scenario of this run has errors in this version, so its results cannot be shown.',
    })
}

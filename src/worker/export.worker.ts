import { expose } from 'comlink'
import { type RunExportName, runExports } from '../export/runExports'
import type { SavedRun } from '../export/runFile'

/** Writes files away from the page, which stays responsive however long the tables are. */
const exporter = {
  write(name: RunExportName, run: SavedRun): Blob {
    const { mediaType, parts } = runExports[name]
    return new Blob([...parts(run)], { type: mediaType })
  },
}

export type Exporter = typeof exporter

expose(exporter)

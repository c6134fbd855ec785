import { expose } from 'comlink'
import { type ExportFormatName, exportFormats } from '../export/exportFormats'
import type { SavedRun } from '../export/runFile'
import { writeRun } from '../export/writeRun'

/** Writes files away from the page, which stays responsive however long the tables are. */
const exporter = {
  write(format: ExportFormatName, run: SavedRun): Blob {
    return new Blob([...writeRun(format, run)], { type: exportFormats[format].mediaType })
  },
}

export type Exporter = typeof exporter

expose(exporter)

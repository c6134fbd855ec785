import { type CsvTable, csvParts } from './csv'
import type { ExportFormatName } from './exportFormats'
import { histogramTable } from './histogramTable'
import { intervalsTable } from './intervalsTable'
import { reportDocument } from './report/report'
import { requestsTable } from './requestsTable'
import { runFileParts, type SavedRun } from './runFile'
import { summaryTable } from './summaryTable'
import { timeSeriesTable } from './timeSeriesTable'
import { withProvenance } from './withProvenance'

/** The text of a file in parts, made one after another. */
export function writeRun(format: ExportFormatName, run: SavedRun): Iterable<string> {
  return writers[format](run)
}

const writers: Record<ExportFormatName, (run: SavedRun) => Iterable<string>> = {
  summary: ({ result }) => csvParts(summaryTable(result)),
  timeSeries: table(timeSeriesTable),
  intervals: table(intervalsTable),
  requests: table(requestsTable),
  histogram: table(histogramTable),
  report: (run) => [reportDocument(run)],
  run: runFileParts,
}

function table(tableOf: (result: SavedRun['result']) => CsvTable): (run: SavedRun) => Iterable<string> {
  return ({ result }) => csvParts(withProvenance(tableOf(result), result.identity))
}

import { type ExportFormatName, exportFormats } from '../export/exportFormats'
import { runFileName } from '../export/fileName'
import { writeRunFile } from '../worker/exportClient'
import type { FinishedRun } from './contracts'

/** A run as a file, with the name to save it under. Rejects when it cannot be written, for example for want of memory. */
export async function exportRun(
  { result, text }: FinishedRun,
  format: ExportFormatName,
): Promise<{ readonly file: Blob; readonly name: string }> {
  const { what, extension } = exportFormats[format]
  const file = await writeRunFile(format, { result, scenarioText: text })
  return { file, name: runFileName(result.identity, what, extension) }
}

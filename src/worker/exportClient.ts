import { wrap } from 'comlink'
import type { ExportFormatName } from '../export/exportFormats'
import type { SavedRun } from '../export/runFile'
import { breakdownOf } from './breakdown'
import type { Exporter } from './export.worker'

/**
 * The run as a file, written in a Worker of its own that ends with the task.
 * Rejects when the Worker cannot be started or breaks down, for example for want of memory.
 */
export async function writeRunFile(format: ExportFormatName, run: SavedRun): Promise<Blob> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await Promise.race([wrap<Exporter>(worker).write(format, run), breakdownOf(worker)])
  } finally {
    worker.terminate()
  }
}

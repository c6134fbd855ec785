import type { RunIdentity } from '../../engine/runResult'
import { csvParts } from '../../export/csv'
import { runFileName } from '../../export/fileName'
import { withProvenance } from '../../export/withProvenance'
import type { MenuItem } from '../../widgets/Menu'
import { download } from '../export/download'
import { chartPng, chartSvg, type DrawnChart } from './chartImage'
import { type ChartTable, csvTableOf } from './chartTable'

interface ChartExports {
  /** Undefined while the run goes on. */
  readonly identity: RunIdentity | undefined
  /** Names the chart in the file's name. */
  readonly id: string
  /** The drawing on the page; undefined while there is none. */
  readonly drawn: () => DrawnChart | undefined
  readonly table: () => ChartTable
  readonly onFailure: (message: string) => void
}

/** What a chart can be saved as. */
export function chartExports({ identity, id, drawn, table, onFailure }: ChartExports): MenuItem[] {
  const item = (label: string, detail: string, file: () => Blob | Promise<Blob> | undefined): MenuItem => ({
    label,
    detail: identity === undefined ? 'When the run has ended' : detail,
    disabled: identity === undefined,
    perform: async () => {
      if (identity === undefined) return
      try {
        const made = await file()
        if (made) download(made, runFileName(identity, id, label.toLowerCase()))
        else onFailure('There is no drawing to save: show the chart instead of its table.')
      } catch {
        onFailure(`The chart could not be saved as ${label}.`)
      }
    },
  })
  return [
    item('PNG', 'Picture, twice the size on screen', () => {
      const chart = drawn()
      return chart && chartPng(chart)
    }),
    item('SVG', 'Drawing that scales', () => {
      const chart = drawn()
      return chart && new Blob([chartSvg(chart).text], { type: 'image/svg+xml' })
    }),
    item('CSV', 'The numbers that are drawn', () => {
      const lines = identity && [...csvParts(withProvenance(csvTableOf(table()), identity))]
      return lines && new Blob(lines, { type: 'text/csv' })
    }),
  ]
}

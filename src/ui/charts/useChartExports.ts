import { csvParts } from '../../export/csv'
import { runFileName } from '../../export/fileName'
import { provenanceOf, withProvenance } from '../../export/withProvenance'
import type { MenuItem } from '../../widgets/Menu'
import { download } from '../export/download'
import { useStudio } from '../studio'
import { chartPng, chartSvg, type DrawnChart } from './chartImage'
import type { ChartOrigin } from './chartOrigin'
import { type ChartTable, csvTableOf } from './chartTable'

interface ChartToSave {
  /** The runs that are drawn; none: their figures still change. */
  readonly origins: readonly ChartOrigin[]
  /** Names the chart in the file's name. */
  readonly id: string
  readonly table: () => ChartTable
  /** The drawing on the page, while there is one; absent: it is a table by itself. */
  readonly drawn?: () => DrawnChart | undefined
}

/** What a chart can be saved as. Files bear the name of the first run, and say where each run comes from. */
export function useChartExports({ origins, id, table, drawn }: ChartToSave): readonly MenuItem[] {
  const { view } = useStudio()
  const { notify } = view.getState()
  const [first] = origins
  const origin = origins.map(({ identity, name }) => provenanceOf(identity, name)).join('\n')
  const item = (label: string, detail: string, file: () => Blob | Promise<Blob> | undefined): MenuItem => ({
    label,
    detail: first === undefined ? 'When the run has ended' : detail,
    disabled: first === undefined,
    perform: async () => {
      if (first === undefined) return
      try {
        const made = await file()
        if (made) download(made, runFileName(first.identity, id, label.toLowerCase()))
        else notify({ severity: 'error', message: 'There is no drawing to save: show the chart instead of its table.' })
      } catch {
        notify({ severity: 'error', message: `The chart could not be saved as ${label}.` })
      }
    },
  })
  const pictures = drawn && [
    item('PNG', 'Picture, twice the size on screen', () => {
      const chart = drawn()
      return chart && chartPng(chart, origin)
    }),
    item('SVG', 'Drawing that scales', () => {
      const chart = drawn()
      return chart && new Blob([chartSvg(chart, origin).text], { type: 'image/svg+xml' })
    }),
  ]
  const numbers = item('CSV', drawn ? 'The numbers that are drawn' : 'The numbers with full precision', () => {
    const told = origins.reduce((all, { identity, name }) => withProvenance(all, identity, name), csvTableOf(table()))
    return new Blob([...csvParts(told)], { type: 'text/csv' })
  })
  return [...(pictures ?? []), numbers]
}

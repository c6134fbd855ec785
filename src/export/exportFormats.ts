/** One way to save a run as a file. */
export interface ExportFormat {
  readonly title: string
  /** What is in the file, in a few words. */
  readonly content: string
  /** Last word of the file's name, before its extension. */
  readonly what: string
  readonly extension: 'csv' | 'json' | 'html'
  readonly mediaType: string
}

const csv = { extension: 'csv', mediaType: 'text/csv;charset=utf-8' } as const
const json = { extension: 'json', mediaType: 'application/json' } as const

/** Everything a run can be saved as, in the order of the menu. */
export const exportFormats = {
  summary: { ...csv, title: 'Summary CSV', content: 'every figure of the run, in one row', what: 'summary' },
  timeSeries: { ...csv, title: 'Time series CSV', content: 'requests per second and all gauges', what: 'time-series' },
  intervals: { ...csv, title: 'Intervals CSV', content: 'the run in equal stretches, exact', what: 'intervals' },
  requests: { ...csv, title: 'Requests CSV', content: 'start, finish, outcome and phases of each', what: 'requests' },
  histogram: { ...csv, title: 'Histogram CSV', content: 'completed requests by latency', what: 'histogram' },
  report: {
    title: 'Report HTML',
    content: 'verdict, figures and charts to read or print',
    what: 'report',
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
  },
  run: { ...json, title: 'Run JSON', content: 'all of the above and the scenario', what: 'run' },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats
export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormatName[]

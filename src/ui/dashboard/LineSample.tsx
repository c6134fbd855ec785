import type { ChartLine } from './chartLines'

/** A short piece of the line, as a key to the chart. */
export function LineSample({ line }: { readonly line: ChartLine }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line x1="0" y1="4" x2="22" y2="4" stroke={line.color} strokeWidth="2" strokeDasharray={line.dash} />
    </svg>
  )
}

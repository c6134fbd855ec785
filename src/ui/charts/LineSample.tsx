import type { LegendEntry } from './chartLines'

/** A short piece of the line, or of the area, as a key to the chart. */
export function LineSample({ line: { color, dash, filled = false } }: { readonly line: LegendEntry }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      {filled ? (
        <rect x="5" y="0" width="12" height="8" rx="1" fill={color} />
      ) : (
        <line x1="0" y1="4" x2="22" y2="4" stroke={color} strokeWidth="2" strokeDasharray={dash} />
      )}
    </svg>
  )
}

/** Height of every chart [px]. */
export const CHART_HEIGHT = 200

/** Height of one line of text inside a chart [px]. */
export const LABEL_HEIGHT = 15
/** Mean width of a character inside a chart [px]: labels are fitted by counting, not by measuring. */
export const CHARACTER_WIDTH = 6.2

/** Most intervals that a time chart draws: redrawing more of them takes too long for a live chart. */
const MOST_ROWS = 600
/** A narrower interval cannot be told from its neighbours [px]. */
const NARROWEST_INTERVAL = 3

/** Intervals of a time chart that is `width` px wide. */
export function rowsOfChart(width: number): number {
  return Math.max(2, Math.min(MOST_ROWS, Math.floor((width - PLOT.left - PLOT.right) / NARROWEST_INTERVAL)))
}

/** Where the plot lies inside a chart [px]: known in advance, so that a drag on it can be read as a time. */
export const PLOT = {
  left: 52,
  right: 14,
  bottom: 22,
  margin: { top: 8, right: 14, bottom: 0, left: 0 },
  style: { fontSize: 11 },
} as const

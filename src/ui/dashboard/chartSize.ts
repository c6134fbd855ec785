/** [px] */
export const CHART_HEIGHT = 200

/** Height of one line of text inside a chart [px]. */
export const LABEL_HEIGHT = 13

/** Most intervals that a time chart draws; more would cost time and show nothing new. */
export const MAX_ROWS = 600

/** Where the plot lies inside a chart [px]: known in advance, so that a drag on it can be read as a time. */
export const PLOT = {
  left: 46,
  right: 14,
  bottom: 22,
  margin: { top: 8, right: 14, bottom: 0, left: 0 },
  style: { fontSize: 11 },
} as const

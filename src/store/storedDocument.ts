import type { ChartLayout, NodePosition, NodePositions, StudioDocument } from './contracts'

const LONGEST_NAME = 200
/** Beyond this [px] a position is noise. */
const FARTHEST = 1e6
/** More charts on a dashboard, and more dashboards, are noise. */
const MOST_CHARTS = 100

/** A document from outside (a link, a stored draft), field by field; undefined when it is none. */
export function readDocument(value: unknown): StudioDocument | undefined {
  if (!isRecord(value) || typeof value.text !== 'string') return undefined
  return {
    name: typeof value.name === 'string' ? value.name.slice(0, LONGEST_NAME) : 'Scenario',
    text: value.text,
    positions: readPositions(value.positions),
    seed: isSeed(value.seed) ? value.seed : undefined,
    charts: readCharts(value.charts),
    dashboard: isId(value.dashboard) ? value.dashboard : undefined,
  }
}

/** A seed is a whole number in 0…2³²−1. */
function isSeed(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 4_294_967_295
}

function readPositions(value: unknown): NodePositions {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, NodePosition] => isPosition(entry[1])),
  )
}

function readCharts(value: unknown): ChartLayout | undefined {
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value).slice(0, MOST_CHARTS)
  return Object.fromEntries(
    entries.flatMap(([dashboard, ids]) => {
      return isId(dashboard) && Array.isArray(ids) ? [[dashboard, ids.filter(isId).slice(0, MOST_CHARTS)]] : []
    }),
  )
}

/** Ids of charts and dashboards are ours; one that we do not know is harmless. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,60}$/.test(value)
}

function isPosition(value: unknown): value is NodePosition {
  return isRecord(value) && isCoordinate(value.x) && isCoordinate(value.y)
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= FARTHEST
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

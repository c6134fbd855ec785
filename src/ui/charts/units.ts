import { formatNumber, formatSeconds, formatTick } from '../../base/format'
import type { Metric } from '../../base/metric'

/** What the values of a chart are in; `s` is shown as µs, ms or s, `0…1` as percent. */
export type ChartUnit = Metric['unit'] | 's' | '× budget'

/** Whether only whole values make sense on the axis. */
export function isCounted(unit: ChartUnit): boolean {
  return unit === 'requests' || unit === 'requests/s' || unit === 'cores' || unit === 'connections'
}

/** The unit as a heading; empty where the values say it themselves. */
export function unitText(unit: ChartUnit): string {
  return unit === 's' || unit === '0…1' ? '' : unit
}

/** A value with its unit, as short as people read it. */
export function formatValue(unit: ChartUnit, value: number | undefined): string {
  if (unit === 's') return formatSeconds(value)
  if (unit === '0…1') return `${formatNumber(value === undefined ? value : value * 100)} %`
  return `${formatNumber(value, 4)} ${unit}`
}

/** A value for a place that names the unit elsewhere. */
export function formatPlain(unit: ChartUnit, value: number | undefined): string {
  return unit === 's' || unit === '0…1' ? formatValue(unit, value) : formatNumber(value)
}

/** Text of a tick on the axis of values. */
export function formatLevel(unit: ChartUnit): (value: number) => string {
  return formatters[unit]
}

const percent = (value: number) => `${formatNumber(value * 100)} %`

/** One function for each unit, so that charts need not be drawn anew for another one. */
const formatters: Readonly<Record<ChartUnit, (value: number) => string>> = {
  requests: formatTick,
  'requests/s': formatTick,
  MB: formatTick,
  cores: formatTick,
  connections: formatTick,
  '× budget': formatTick,
  s: formatSeconds,
  '0…1': percent,
}

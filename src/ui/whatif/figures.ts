import { formatChange, formatNumber, formatRate, formatSeconds } from '../../base/format'
import type { FigureName, WhatIfPoint } from '../../store/whatIfState'
import { resourceText } from '../dashboard/resourceText'
import type { CurvePoint } from './curve'

interface Figure {
  readonly caption: string
  /** With its unit. */
  format(value: number | null | undefined): string
}

/** What can be drawn against a knob, in the order in which it is offered. */
export const figures: Readonly<Record<FigureName, Figure>> = {
  p95: { caption: 'p95 latency', format: formatSeconds },
  p50: { caption: 'p50 latency', format: formatSeconds },
  p99: { caption: 'p99 latency', format: formatSeconds },
  mean: { caption: 'mean latency', format: formatSeconds },
  throughput: { caption: 'throughput', format: formatRate },
  completedShare: { caption: 'completed share', format: formatShare },
}

export const figureNames = Object.keys(figures) as readonly FigureName[]

function formatShare(share: number | null | undefined): string {
  return typeof share === 'number' ? `${formatNumber(100 * share, 4)} %` : formatNumber(share)
}

/** A value of a knob with its unit: `4 cores`, `1 core`, `0.02 s`. */
export function valueText(value: number, unit: string | undefined): string {
  const number = formatNumber(value, 6)
  if (unit === undefined || unit === '0…1') return number
  return `${number} ${value === 1 ? unit.replace(/(?<=\w\w)s$/, '') : unit}`
}

/** The least and the most that a curve reaches: `p95 latency from 83 ms to 14.7 s`. */
export function rangeText(curve: readonly CurvePoint[], { caption, format }: Figure): string {
  const values = curve.map(({ y }) => y)
  return `${caption} from ${format(Math.min(...values))} to ${format(Math.max(...values))}`
}

/** A relative change; undefined where there is nothing to compare with. */
export function changeText(value: number | null, from: number | null): string | undefined {
  if (value === null || from === null || from === 0) return undefined
  return formatChange(value, from)
}

/** What a value asks too much of; undefined: nothing. */
export function strainText({ end, strain: { behind } }: Extract<WhatIfPoint, { phase: 'done' }>): string | undefined {
  if (behind !== null) return ` (${resourceText(behind)} falls behind)`
  return end === 'unstable' ? ' (unstable)' : undefined
}

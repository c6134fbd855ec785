import { formatNumber } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'

/** Ticks of a time axis and their text, all in one unit. */
export interface TimeAxis {
  /** [s] */
  readonly ticks: readonly number[]
  format(seconds: number): string
}

const UNITS = [
  { name: 's', seconds: 1, upTo: 600 },
  { name: 'min', seconds: 60, upTo: 36_000 },
  { name: 'h', seconds: 3600, upTo: Number.POSITIVE_INFINITY },
] as const

/** About `count` round times of the window, in the unit that suits its end: s, min or h. */
export function timeAxis(window: TimeWindow, count: number): TimeAxis {
  const unit = UNITS.find(({ upTo }) => window.end <= upTo) ?? UNITS[2]
  const ticks = roundTicks(window.start / unit.seconds, window.end / unit.seconds, count)
  return {
    ticks: ticks.map((tick) => tick * unit.seconds),
    format: (seconds) => `${formatNumber(seconds / unit.seconds, 6)} ${unit.name}`,
  }
}

/** Ticks from 0 to the first round value that is not below `max`, about `count` of them. */
export function valueTicks(max: number, count: number): number[] {
  const step = roundStep(max / count)
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, i) => roundTo(step, i * step))
}

/** Multiples of 1, 2 or 5 times a power of ten within [min, max], about `count` of them. */
export function roundTicks(min: number, max: number, count: number): number[] {
  if (!(max > min)) return [min]
  const step = roundStep((max - min) / count)
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => roundTo(step, (first + i) * step))
}

/** Powers of ten within [min, max], and their multiples by 2 and 5 while there are at most `count` ticks. */
export function logarithmicTicks(min: number, max: number, count: number): number[] {
  const powers = Array.from({ length: Math.ceil(Math.log10(max / min)) + 2 }, (_, i) => Math.floor(Math.log10(min)) + i)
  const within = (factors: readonly number[]) =>
    powers
      .flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)))
      .filter((tick) => tick >= min && tick <= max)
  const fine = within([1, 2, 5])
  return fine.length <= count ? fine : within([1])
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power
}

/** Takes the residue of binary fractions off a multiple of `step`. */
function roundTo(step: number, value: number): number {
  return Number(value.toFixed(Math.max(0, -Math.floor(Math.log10(step)))))
}

import type { FigureName, WhatIfPoint } from '../../store/whatIfState'

/** A place on the curve: a value of the knob, and its figure. */
export interface CurvePoint {
  readonly value: number
  readonly y: number
}

/** The values whose figure is known, in ascending order. */
export function curveOf(points: ReadonlyMap<number, WhatIfPoint>, figure: FigureName): CurvePoint[] {
  return [...points].flatMap(([value, point]) => {
    const y = figureOf(point, figure)
    return y === null ? [] : [{ value, y }]
  })
}

/** A figure of a value; null while it is not known, or where no request counts. */
export function figureOf(point: WhatIfPoint | undefined, figure: FigureName): number | null {
  return point?.phase === 'done' ? point.figures[figure] : null
}

/** Ends of the axis of figures: from 0 on, unless all of them are so far from it that their differences vanish. */
export function scaleOf(curve: readonly CurvePoint[]): readonly [low: number, high: number] {
  const values = curve.map(({ y }) => y)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (curve.length === 0 || high <= 0) return [0, 1]
  return low > high / 2 && low < high ? [low - (high - low) / 4, high] : [0, high]
}

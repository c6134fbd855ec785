interface AxisTickProps {
  /** [px] */
  readonly x: string | number
  readonly y: string | number
  readonly textAnchor: 'start' | 'middle' | 'end' | 'inherit'
  /** Where the text stands beside the tick: under the time axis, level with it at the axis of values. */
  readonly verticalAnchor: 'start' | 'middle' | 'end'
  readonly payload: { readonly value: number }
}

/**
 * Writes the ticks of an axis as plain text. Recharts' own measures every word, in case it must be wrapped,
 * which costs a third of drawing a chart; ours are short.
 */
export function axisTick(format: (value: number) => string) {
  return ({ x, y, textAnchor, verticalAnchor, payload }: AxisTickProps) => (
    <text
      x={x}
      y={y}
      dy={verticalAnchor === 'start' ? '0.71em' : '0.355em'}
      textAnchor={textAnchor}
      fill="var(--chart-axis)"
    >
      {format(payload.value)}
    </text>
  )
}

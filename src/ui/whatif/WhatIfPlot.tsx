import type { FigureName, WhatIfPoint } from '../../store/whatIfState'
import { classNames } from '../../widgets/classNames'
import { curveOf, scaleOf } from './curve'
import { figures, rangeText, valueText } from './figures'
import styles from './WhatIf.module.css'

interface WhatIfPlotProps {
  /** Name of the knob, for screen readers. */
  readonly label: string
  readonly unit: string | undefined
  readonly points: ReadonlyMap<number, WhatIfPoint>
  readonly figure: FigureName
  readonly present: number | undefined
  readonly position: number
  readonly isOutdated: boolean
}

const HEIGHT = 100
const WIDTH = 100

/** The figure against the knob: a dot for every value that has run, marks for the present value and the slider's. */
export function WhatIfPlot({ label, unit, points, figure, present, position, isOutdated }: WhatIfPlotProps) {
  const values = [...points.keys()]
  const [first = 0, last = 1] = [values[0], values.at(-1)]
  const curve = curveOf(points, figure)
  const [low, high] = scaleOf(curve)
  const { caption, format } = figures[figure]
  const x = (value: number) => ((value - first) / (last - first || 1)) * WIDTH
  const y = (value: number) => HEIGHT * (1 - (value - low) / (high - low))
  const at = curve.map((point) => `${x(point.value)},${y(point.y)}`)
  const isPresentShown = present !== undefined && present >= first && present <= last
  return (
    <figure className={classNames(styles.plot, isOutdated && styles.outdated)}>
      <figcaption>{curve.length > 0 ? rangeText(curve, figures[figure]) : 'No figures yet.'}</figcaption>
      <div className={styles.drawing}>
        {curve.length > 0 && (
          <>
            <span className={styles.high} aria-hidden="true">
              {format(high)}
            </span>
            <span className={styles.low} aria-hidden="true">
              {format(low)}
            </span>
          </>
        )}
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${caption} against ${label}: ${curve.map((point) => `${valueText(point.value, unit)} ${format(point.y)}`).join(', ')}`}
        >
          {isPresentShown && <line className={styles.present} x1={x(present)} x2={x(present)} y1={0} y2={HEIGHT} />}
          <line className={styles.position} x1={x(position)} x2={x(position)} y1={0} y2={HEIGHT} />
          <polyline className={styles.curve} points={at.join(' ')} />
          {curve.map((point) => (
            // A line without length and with round ends: a dot that stays round however the picture is stretched.
            <path
              key={point.value}
              className={styles.dot}
              data-value={point.value}
              d={`M${x(point.value)} ${y(point.y)}h0`}
            />
          ))}
        </svg>
        {isPresentShown && (
          <span className={styles.presentLabel} style={{ insetInlineStart: `${x(present)}%` }} aria-hidden="true">
            now
          </span>
        )}
        <p className={styles.ends} aria-hidden="true">
          <span>{valueText(first, unit)}</span>
          <span>{valueText(last, unit)}</span>
        </p>
      </div>
    </figure>
  )
}

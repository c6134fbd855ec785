import { useMemo } from 'react'
import { formatSeconds } from '../../base/format'
import type { DurationSpec } from '../../catalog/specs'
import { type LawCurve, lawCurve } from '../../scenario/lawCurve'
import styles from './Inspector.module.css'

interface LawPlotProps {
  readonly title: string
  readonly duration: DurationSpec
}

const WIDTH = 240
const HEIGHT = 56
/** Room above the highest density. */
const TOP = 4

/** The density of a law, values with a probability of their own as spikes, with mean, p50 and p99. */
export function LawPlot({ title, duration }: LawPlotProps) {
  const curve = useMemo(() => lawCurve(duration), [duration])
  const { mean, p50, p99, low, high, atoms } = curve
  const x = (value: number) => ((value - low) / (high - low)) * WIDTH
  const heaviest = Math.max(...atoms.map(({ mass }) => mass))
  const figures = [
    { name: 'mean', text: Number.isFinite(mean) ? formatSeconds(mean) : 'infinite' },
    { name: 'p50', text: formatSeconds(p50) },
    { name: 'p99', text: formatSeconds(p99) },
  ]
  return (
    <figure className={styles.plot}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Density of ${title}: ${figures.map(({ name, text }) => `${name} ${text}`).join(', ')}`}
      >
        <path className={styles.density} d={outline(curve)} />
        {atoms.map(({ value, mass }) => (
          <line
            key={value}
            className={styles.atom}
            x1={x(value)}
            x2={x(value)}
            y1={HEIGHT}
            y2={TOP + (HEIGHT - TOP) * (1 - mass / heaviest)}
          />
        ))}
        {mean <= high && <line className={styles.meanMark} x1={x(mean)} x2={x(mean)} y1={0} y2={HEIGHT} />}
      </svg>
      <figcaption>
        <span className={styles.plotEnds} aria-hidden="true">
          <span>{formatSeconds(low)}</span>
          <span>{formatSeconds(high)}</span>
        </span>
        {figures.map(({ name, text }) => (
          <span key={name} data-figure-of-law={name}>
            {name} <b>{text}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** The cells of the density as one closed outline. */
function outline({ density }: LawCurve): string {
  const width = WIDTH / density.length
  const points = density.map((height, cell) => {
    const y = TOP + (HEIGHT - TOP) * (1 - height)
    return `L${((cell + 0.5) * width).toFixed(1)} ${y.toFixed(1)}`
  })
  const [first = 0, last = 0] = [density[0], density.at(-1)]
  const yOf = (height: number) => (TOP + (HEIGHT - TOP) * (1 - height)).toFixed(1)
  return `M0 ${HEIGHT}L0 ${yOf(first)}${points.join('')}L${WIDTH} ${yOf(last)}L${WIDTH} ${HEIGHT}Z`
}

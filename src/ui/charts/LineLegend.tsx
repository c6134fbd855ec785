import { useState } from 'react'
import { CursorValue } from './CursorValue'
import type { ChartLine } from './chartLines'
import styles from './charts.module.css'
import { LineSample } from './LineSample'

interface LineLegendProps {
  readonly lines: readonly ChartLine[]
  /** Names of the lines that are drawn. */
  readonly shown: ReadonlySet<string>
  readonly onToggle: (name: string) => void
  /** What a line is worth at a time [s], as short as possible. */
  readonly valueAt: (line: ChartLine, time: number) => string
}

/** Lines of the chart as switches. Where there are many, the hidden ones are listed on demand. */
export function LineLegend({ lines, shown, onToggle, valueAt }: LineLegendProps) {
  const [expanded, setExpanded] = useState(false)
  const many = lines.length > FEW
  const listed = many && !expanded ? lines.filter(({ name }) => shown.has(name)) : lines
  return (
    <div className={styles.legend}>
      {listed.map((line) => (
        <button
          key={line.name}
          type="button"
          className={styles.legendItem}
          aria-pressed={shown.has(line.name)}
          onClick={() => onToggle(line.name)}
        >
          <LineSample line={line} />
          {line.name}
          {shown.has(line.name) && <CursorValue read={(time) => valueAt(line, time)} />}
        </button>
      ))}
      {many && (
        <button
          type="button"
          className={styles.legendMore}
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          {expanded ? 'Show fewer' : `Choose among ${lines.length}`}
        </button>
      )}
    </div>
  )
}

/** As many lines as a chart shows without asking. */
export const FEW = 8

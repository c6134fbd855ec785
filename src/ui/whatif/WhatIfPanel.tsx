import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatClock } from '../../base/format'
import type { FieldSchema } from '../../scenario/fields'
import { MOST_STEPS } from '../../store/whatIfRange'
import { type FigureName, isSameKnob, type Knob, type Question, type WhatIfPoint } from '../../store/whatIfState'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { NumberField } from '../../widgets/NumberField'
import { Select } from '../../widgets/Select'
import { useScenario, useStudio, useWhatIf } from '../studio'
import { figureOf } from './curve'
import { changeText, figureNames, figures, valueText } from './figures'
import { buttonId } from './knobs'
import styles from './WhatIf.module.css'
import { WhatIfPlot } from './WhatIfPlot'
import { WhatIfProposal } from './WhatIfProposal'
import { WhatIfSlider } from './WhatIfSlider'
import { WhatIfTable } from './WhatIfTable'

interface WhatIfProps {
  readonly knob: Knob
  /** Name of the knob. */
  readonly label: string
  readonly field: FieldSchema
  /** Writes a value into the text. */
  readonly onUse: (value: number) => void
}

/** The panel of a number, while it is asked about. */
export function WhatIf(props: WhatIfProps) {
  const question = useWhatIf((state) => state.question)
  return question && isSameKnob(question.knob, props.knob) ? <WhatIfPanel {...props} question={question} /> : undefined
}

/** What the figures would be for other values of one number: a range, a slider through it, the curve, the numbers. */
function WhatIfPanel({ knob, label, field, onUse, question }: WhatIfProps & { readonly question: Question }) {
  const { whatIf } = useStudio()
  const { points, isOutdated, position, figure, proposal, vary, moveTo, draw, close } = useWhatIf((state) => state)
  const panel = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question ends with its panel, whatever object names the knob.
  useEffect(() => {
    whatIf.getState().ask(knob)
    panel.current?.scrollIntoView({ block: 'nearest' })
    return () => whatIf.getState().close()
  }, [whatIf, buttonId(knob)])
  const closeByHand = () => {
    document.getElementById(buttonId(knob))?.focus()
    close()
  }
  const { range, present } = question
  const point = points.get(position)
  const isRefused = point?.phase === 'refused' || point?.phase === 'failed'
  const figureText = figures[figure].format(figureOf(point, figure))
  const bounds = { minimum: field.minimum, maximum: field.maximum, integer: field.type === 'integer' }
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={`What if ${label}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeByHand()
      }}
    >
      <header className={styles.head}>
        <h4>What if {label} were …</h4>
        <IconButton size="s" label="Close" icon={<X size={13} />} onClick={closeByHand} />
      </header>
      <div className={styles.range}>
        <NumberField
          {...bounds}
          label="From"
          value={range.low}
          above={field.exclusiveMinimum}
          below={range.high}
          onCommit={(low) => low !== undefined && vary({ low })}
        />
        <NumberField
          {...bounds}
          label="To"
          value={range.high}
          above={range.low}
          onCommit={(high) => high !== undefined && vary({ high })}
        />
        <NumberField
          label="Steps"
          integer
          minimum={2}
          maximum={MOST_STEPS}
          value={range.steps}
          onCommit={(steps) => steps !== undefined && vary({ steps })}
        />
      </div>
      <Select
        label="Figure"
        layout="row"
        value={figure}
        options={figureNames.map((name) => ({ value: name, label: figures[name].caption }))}
        onCommit={draw}
      />
      {proposal && <WhatIfProposal proposal={proposal} />}
      <WhatIfPlot label={label} unit={field.unit} {...{ points, figure, present, position, isOutdated }} />
      <WhatIfSlider
        label={`Value of ${label}`}
        values={[...points.keys()]}
        position={position}
        text={`${valueText(position, field.unit)}: ${figureText}`}
        onMove={moveTo}
      />
      <p className={styles.reading}>
        <b>{valueText(position, field.unit)}</b>
        {isRefused ? (
          <span className={styles.reason}>{point.reason}</span>
        ) : (
          <span>
            {figures[figure].caption} <b>{figureText}</b> {comparison(question, points, position, figure)}
          </span>
        )}
      </p>
      <div className={styles.foot}>
        <Progress question={question} points={points} isOutdated={isOutdated} />
        <Button size="s" disabled={position === present || isRefused} onClick={() => onUse(position)}>
          Use this value
        </Button>
      </div>
      <details className={styles.values}>
        <summary>Values</summary>
        <WhatIfTable label={label} unit={field.unit} points={points} present={present} />
      </details>
    </section>
  )
}

/** The change from the present value to that of the slider. */
function comparison(
  { present }: Question,
  points: ReadonlyMap<number, WhatIfPoint>,
  position: number,
  figure: FigureName,
): string | undefined {
  if (present === undefined || present === position) return undefined
  const change = changeText(figureOf(points.get(position), figure), figureOf(points.get(present), figure))
  return change && `(${change})`
}

/** How many runs are done, and what they have in common. */
function Progress({
  question,
  points,
  isOutdated,
}: {
  readonly question: Question
  readonly points: ReadonlyMap<number, WhatIfPoint>
  readonly isOutdated: boolean
}) {
  const horizon = useScenario((state) => state.lastValid?.sim_settings.total_simulation_time)
  const phases = [...points.values()].map(({ phase }) => phase)
  const done = phases.filter((phase) => phase !== 'waiting' && phase !== 'running').length
  const seconds = question.horizon ?? horizon
  return (
    <p className={styles.progress} role="status">
      {isOutdated && 'Not up to date: the text has errors · '}
      {done} of {phases.length} done · seed {question.seed}
      {seconds !== undefined && ` · ${formatClock(seconds)} each`}
    </p>
  )
}

import { useId } from 'react'
import type { DurationSpec, LawName } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { lawNames, lawOfMean, meanToKeep } from '../../scenario/laws'
import { valueAt } from '../../scenario/valueAt'
import { Select } from '../../widgets/Select'
import { ComponentList } from './ComponentList'
import { labelText, wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { LawFields } from './LawFields'
import { LawPlot } from './LawPlot'
import { ScalarField } from './ScalarField'
import { useRefusal } from './useRefusal'

interface DurationFieldProps {
  readonly path: DocumentPath
  /** Kind of the step that the time belongs to. */
  readonly kinds?: readonly string[]
}

/** What the list of laws says where there is none. */
const CONSTANT = 'constant'

/** A time: a number, or a law with its parameters and a picture of it. */
export function DurationField({ path, kinds = [] }: DurationFieldProps) {
  const { scenario, locked, tryEdit } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const id = useId()
  const duration = valueAt(scenario, path) as DurationSpec
  const title = labelText(fieldSchemaAt(path, ...kinds)?.title ?? '')
  const isConstant = typeof duration === 'number'
  const follow = (name: LawName | typeof CONSTANT) => {
    const mean = meanToKeep(duration)
    const made = tryEdit((text) => scenarioEdits.setValue(text, path, name === CONSTANT ? mean : lawOfMean(name, mean)))
    setRefusal(made.ok ? undefined : made.reason)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own.
    <div role="group" aria-labelledby={id} className={styles.duration}>
      <span id={id} className={isConstant ? 'visually-hidden' : styles.durationTitle}>
        {title}
      </span>
      {isConstant && <ScalarField path={path} kinds={kinds} />}
      <div className={styles.row}>
        <Select
          label="Law"
          layout="row"
          value={isConstant ? CONSTANT : duration.distribution}
          options={[
            { value: CONSTANT, label: 'always the same' },
            ...lawNames.map((name) => ({ value: name, label: wordText(name) })),
          ]}
          {...refusal}
          disabled={locked}
          onCommit={follow}
        />
      </div>
      {!isConstant && (
        <>
          {duration.distribution === 'mixture' ? (
            <ComponentList path={[...path, 'components']} kinds={[...kinds, duration.distribution]} />
          ) : (
            <LawFields path={path} spec={duration} kinds={[...kinds, duration.distribution]} />
          )}
          <LawPlot title={title} duration={duration} />
        </>
      )}
    </div>
  )
}

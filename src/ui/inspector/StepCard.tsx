import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { StepSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { IconButton } from '../../widgets/IconButton'
import { Select } from '../../widgets/Select'
import { wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { changeCostMode, changeKind, costMode, costModes, stepKinds } from './stepKinds'

interface StepCardProps {
  readonly server: string
  readonly endpoint: number
  readonly index: number
  readonly count: number
  readonly path: DocumentPath
  readonly step: StepSpec
  readonly selected: boolean
}

/** One step of an endpoint: its kind, its amount, its place in the order. */
export function StepCard({ server, endpoint, index, count, path, step, selected }: StepCardProps) {
  const { locked, perform, select } = useInspector()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Whoever is at work in it sees it already; moving it would take the click from under the pointer.
    if (selected && !card.current?.contains(document.activeElement)) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const name = `step ${index + 1}`
  const move = (to: number) => {
    if (perform((text) => scenarioEdits.moveStep(text, server, endpoint, index, to)).ok)
      select({ kind: 'step', server, endpoint, step: to })
  }
  return (
    <li
      ref={card}
      className={styles.step}
      aria-label={`Step ${index + 1}`}
      aria-current={selected || undefined}
      onFocus={() => !selected && select({ kind: 'step', server, endpoint, step: index })}
    >
      <div className={styles.stepHead}>
        <span className={styles.ordinal} aria-hidden="true">
          {index + 1}
        </span>
        <Select
          label={`Kind of ${name}`}
          hideLabel
          value={step.kind}
          options={stepKinds.map((kind) => ({ value: kind, label: wordText(kind) }))}
          disabled={locked}
          onCommit={(kind) => perform(changeKind(path, step, kind))}
        />
        <IconButton
          size="s"
          label={`Move ${name} up`}
          icon={<ArrowUp size={13} />}
          disabled={locked || index === 0}
          onClick={() => move(index - 1)}
        />
        <IconButton
          size="s"
          label={`Move ${name} down`}
          icon={<ArrowDown size={13} />}
          disabled={locked || index === count - 1}
          onClick={() => move(index + 1)}
        />
        <IconButton
          size="s"
          label={`Remove ${name}`}
          icon={<Trash2 size={13} />}
          disabled={locked}
          onClick={() => perform((text) => scenarioEdits.removeAt(text, path))}
        />
      </div>
      <MapFields path={[...path, 'step_operation']} kinds={[step.kind]} />
      {step.kind === 'io_llm' && (
        <>
          <Select
            label="Cost of a call"
            layout="row"
            value={costMode(step)}
            options={costModes.map((mode) => ({ value: mode, label: mode }))}
            disabled={locked}
            onCommit={(mode) => perform(changeCostMode(path, step, mode))}
          />
          {step.llm_cost && (
            <MapFields path={[...path, 'llm_cost']} kinds={[step.kind]} except={absentKeys(step.llm_cost)} />
          )}
        </>
      )}
    </li>
  )
}

const costKeys = ['per_call', 'input_tokens', 'output_tokens', 'input_per_mtok', 'output_per_mtok'] as const

/** Keys of the other spelling. */
function absentKeys(cost: Readonly<Record<string, unknown>>): readonly string[] {
  return costKeys.filter((key) => cost[key] === undefined)
}

import { Plus, Trash2 } from 'lucide-react'
import type { ComponentSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { lawNames, lawOfMean, meanToKeep } from '../../scenario/laws'
import { valueAt } from '../../scenario/valueAt'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { Select } from '../../widgets/Select'
import { wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { LawFields } from './LawFields'
import { ScalarField } from './ScalarField'

interface ComponentListProps {
  readonly path: DocumentPath
  readonly kinds: readonly string[]
}

/** Laws that a component may follow: any but a mixture again. */
const componentLaws = lawNames.filter((name) => name !== 'mixture')

/** A few slow cases among the others. */
const newComponent = { weight: 0.1, ...lawOfMean('exponential', 0.1) }

/** The components of a mixture: each with its weight and its law. */
export function ComponentList({ path, kinds }: ComponentListProps) {
  const { scenario, locked, perform } = useInspector()
  const components = valueAt(scenario, path) as readonly ComponentSpec[]
  return (
    <>
      {components.map((component, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own.
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a component has no name but its place.
          key={index}
          role="group"
          aria-label={`Component ${index + 1}`}
          className={styles.component}
        >
          <div className={styles.componentHead}>
            <Select
              label={`Law of component ${index + 1}`}
              hideLabel
              value={component.distribution}
              options={componentLaws.map((name) => ({ value: name, label: wordText(name) }))}
              disabled={locked}
              onCommit={(name) =>
                perform((text) =>
                  scenarioEdits.setValue(text, [...path, index], {
                    weight: component.weight,
                    ...lawOfMean(name, meanToKeep(component)),
                  }),
                )
              }
            />
            <IconButton
              size="s"
              label={`Remove component ${index + 1}`}
              icon={<Trash2 size={13} />}
              disabled={locked || components.length === 1}
              onClick={() => perform((text) => scenarioEdits.removeAt(text, [...path, index]))}
            />
          </div>
          <ScalarField path={[...path, index, 'weight']} kinds={kinds} />
          <LawFields path={[...path, index]} spec={component} kinds={[...kinds, component.distribution]} />
        </div>
      ))}
      {!locked && (
        <Button
          size="s"
          variant="quiet"
          icon={<Plus size={13} />}
          onClick={() => perform((text) => scenarioEdits.addItem(text, path, newComponent))}
        >
          Add component
        </Button>
      )}
    </>
  )
}

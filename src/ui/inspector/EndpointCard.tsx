import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { EndpointSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import { IconButton } from '../../widgets/IconButton'
import { Menu } from '../../widgets/Menu'
import { EndpointNameField } from './EndpointNameField'
import { wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { StepCard } from './StepCard'
import { stepKinds } from './stepKinds'

interface EndpointCardProps {
  readonly server: string
  readonly index: number
  readonly count: number
  readonly path: DocumentPath
  readonly endpoint: EndpointSpec
  readonly selection: ElementRef | undefined
}

/** One endpoint of a server: its name and, in order, what a request does there. */
export function EndpointCard({ server, index, count, path, endpoint, selection }: EndpointCardProps) {
  const { locked, perform } = useInspector()
  const card = useRef<HTMLElement>(null)
  const selected = selection?.kind === 'endpoint' && selection.endpoint === index
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const selectedStep = selection?.kind === 'step' && selection.endpoint === index ? selection.step : undefined
  return (
    <section ref={card} className={styles.endpoint} aria-label={`Endpoint ${endpoint.endpoint_name}`}>
      <div className={styles.endpointHead}>
        <EndpointNameField server={server} index={index} name={endpoint.endpoint_name} />
        <IconButton
          size="s"
          label={`Move endpoint ${endpoint.endpoint_name} up`}
          icon={<ArrowUp size={13} />}
          disabled={locked || index === 0}
          onClick={() => perform((text) => scenarioEdits.moveEndpoint(text, server, index, index - 1))}
        />
        <IconButton
          size="s"
          label={`Move endpoint ${endpoint.endpoint_name} down`}
          icon={<ArrowDown size={13} />}
          disabled={locked || index === count - 1}
          onClick={() => perform((text) => scenarioEdits.moveEndpoint(text, server, index, index + 1))}
        />
        <IconButton
          size="s"
          label={`Remove endpoint ${endpoint.endpoint_name}`}
          icon={<Trash2 size={13} />}
          disabled={locked}
          onClick={() => perform((text) => scenarioEdits.removeAt(text, path))}
        />
      </div>
      <ol className={styles.steps}>
        {endpoint.steps.map((step, position) => (
          <StepCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place.
            key={position}
            server={server}
            endpoint={index}
            index={position}
            count={endpoint.steps.length}
            path={[...path, 'steps', position]}
            step={step}
            selected={selectedStep === position}
          />
        ))}
      </ol>
      {!locked && (
        <Menu
          label="Add step"
          items={stepKinds.map((kind) => ({
            label: wordText(kind),
            perform: () => perform((text) => scenarioEdits.addStep(text, server, index, kind)),
          }))}
        />
      )}
    </section>
  )
}

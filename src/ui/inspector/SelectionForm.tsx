import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { ensureExists } from '../../base/assert'
import type { Scenario } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import type { ElementRef } from '../../scenario/element'
import { IconButton } from '../../widgets/IconButton'
import { ClientForm } from './ClientForm'
import { EdgeForm } from './EdgeForm'
import { EventForm } from './EventForm'
import { elementPath } from './elementPath'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { LoadBalancerForm } from './LoadBalancerForm'
import { ServerForm } from './ServerForm'
import { SettingsForm } from './SettingsForm'
import { WorkloadForm } from './WorkloadForm'

const titles: Readonly<Record<ElementRef['kind'], string>> = {
  workload: 'Workload',
  client: 'Client',
  'load-balancer': 'Load balancer',
  server: 'Server',
  endpoint: 'Server',
  step: 'Server',
  edge: 'Edge',
  event: 'Event',
  settings: 'Simulation settings',
}

/** A new form does not begin where the former one was left. */
function showFromTop(form: HTMLElement | null): void {
  form?.parentElement?.scrollTo({ top: 0 })
}

/** The form that belongs to the selection; the settings when nothing is selected or it is gone. */
export function SelectionForm({ selection }: { readonly selection: ElementRef | undefined }) {
  const { scenario, select } = useInspector()
  const path = selection && elementPath(selection, scenario)
  const element: ElementRef = selection && path ? selection : { kind: 'settings' }
  return (
    <>
      <header className={styles.header}>
        <h2>{titles[element.kind]}</h2>
        {element.kind !== 'settings' && (
          <IconButton
            size="s"
            label="Back to the settings"
            icon={<ArrowLeft size={14} />}
            onClick={() => select(undefined)}
          />
        )}
      </header>
      {/* Another element starts with fresh fields; its parts share one form. */}
      <div key={(path ?? []).join('/')} ref={showFromTop} className={styles.form}>
        {formOf(element, path ?? ['sim_settings'], scenario)}
      </div>
    </>
  )
}

function formOf(element: ElementRef, path: DocumentPath, scenario: Scenario): ReactNode {
  const { nodes, edges } = scenario.topology_graph
  switch (element.kind) {
    case 'workload':
      return <WorkloadForm path={path} />
    case 'client':
      return <ClientForm />
    case 'load-balancer':
      return <LoadBalancerForm balancer={ensureExists(nodes.load_balancer, 'load balancer')} path={path} />
    case 'server':
    case 'endpoint':
    case 'step':
      return <ServerForm server={itemAt(nodes.servers, path)} path={path} selection={element} />
    case 'edge':
      return <EdgeForm edge={itemAt(edges, path)} path={path} />
    case 'event':
      return <EventForm event={itemAt(scenario.events ?? [], path)} path={path} />
    case 'settings':
      return <SettingsForm path={path} />
  }
}

function itemAt<T>(items: readonly T[], path: DocumentPath): T {
  return ensureExists(items[Number(path.at(-1))], `item ${path.join('.')}`)
}

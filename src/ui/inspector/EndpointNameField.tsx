import { scenarioEdits } from '../../scenario/edit'
import { TextField } from '../../widgets/TextField'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { useRefusal } from './useRefusal'

interface EndpointNameFieldProps {
  readonly server: string
  readonly index: number
  readonly name: string
}

/** The name of an endpoint; a new one goes to the objectives about it. */
export function EndpointNameField({ server, index, name }: EndpointNameFieldProps) {
  const { locked, tryEdit } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const rename = (next: string) => {
    const made = tryEdit((text) => scenarioEdits.renameEndpoint(text, server, index, next))
    setRefusal(made.ok ? undefined : made.reason)
  }
  return (
    <div className={styles.row}>
      <TextField label="Endpoint" layout="row" value={name} {...refusal} disabled={locked} onCommit={rename} />
    </div>
  )
}

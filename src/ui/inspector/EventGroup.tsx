import { Plus, Trash2 } from 'lucide-react'
import { formatSeconds } from '../../base/format'
import { injectionKinds } from '../../catalog/injections/kinds'
import { scenarioEdits } from '../../scenario/edit'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { FieldGroup } from './FieldGroup'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'

interface EventGroupProps {
  /** Only the events of this server or edge; all of them when left out. */
  readonly target?: string
  readonly addLabel?: string
}

/** Events as a list: open one, remove one, add one to the target. */
export function EventGroup({ target, addLabel }: EventGroupProps) {
  const { scenario, parsed, locked, perform, select } = useInspector()
  const events = (scenario.events ?? []).filter((event) => target === undefined || event.target_id === target)
  const add = (id: string) => {
    const made = perform((text) => scenarioEdits.addEvent(text, id))
    if (made.ok && made.id !== undefined) select({ kind: 'event', id: made.id })
  }
  const remove = (id: string) =>
    perform((text) => {
      const path = parsed.pathOf({ kind: 'event', id })
      return path ? scenarioEdits.removeAt(text, path) : { ok: false, reason: `There is no event ${id}.` }
    })
  return (
    <FieldGroup
      title="Events"
      actions={
        target !== undefined && (
          <Button size="s" variant="quiet" icon={<Plus size={13} />} disabled={locked} onClick={() => add(target)}>
            {addLabel}
          </Button>
        )
      }
    >
      {events.length === 0 && <p className={styles.muted}>None.</p>}
      <ul className={styles.links}>
        {events.map(({ event_id, target_id, start, end }) => (
          <li key={event_id}>
            <Button size="s" variant="quiet" onClick={() => select({ kind: 'event', id: event_id })}>
              {event_id}
              <span className={styles.muted}>
                {kindTitle(start.kind)} · {target_id} · {formatSeconds(start.t_start)} – {formatSeconds(end.t_end)}
              </span>
            </Button>
            <IconButton
              size="s"
              label={`Remove event ${event_id}`}
              icon={<Trash2 size={13} />}
              disabled={locked}
              onClick={() => remove(event_id)}
            />
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

export function kindTitle(start: string): string {
  const kind = Object.values(injectionKinds).find((candidate) => candidate.start === start)
  return kind?.title ?? start
}

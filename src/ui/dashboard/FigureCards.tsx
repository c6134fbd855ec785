import styles from './FigureCards.module.css'
import type { FigureGroup } from './figures'

interface FigureCardsProps {
  readonly groups: readonly FigureGroup[]
  /** Which part of the run the figures of a group cover, in words. */
  readonly scopeOf: (title: string) => string
}

/** The figures of a run as cards, in groups that say what they cover. */
export function FigureCards({ groups, scopeOf }: FigureCardsProps) {
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <Group key={group.title} group={group} scope={scopeOf(group.title)} />
      ))}
    </div>
  )
}

function Group({ group: { title, figures }, scope }: { readonly group: FigureGroup; readonly scope: string }) {
  return (
    <section className={styles.group} aria-label={`${title}, ${scope}`}>
      <h3 className={styles.title}>
        {title} <span className={styles.scope}>{scope}</span>
      </h3>
      <ul className={styles.cards}>
        {figures.map(({ label, text, exact }) => (
          <li key={label} className={styles.card} title={`${label}, ${scope}: ${exact}`} data-figure={label}>
            <span className={styles.label}>{label}</span> <span className={styles.value}>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { type ReactNode, useId } from 'react'
import styles from './Inspector.module.css'

interface FieldGroupProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Fields that belong together, under a small heading. */
export function FieldGroup({ title, actions, children }: FieldGroupProps) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h3 id={id}>{title}</h3>
        {actions}
      </div>
      {children}
    </section>
  )
}

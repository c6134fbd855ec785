import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import type { ObjectiveResult } from '../../engine/objectives'
import styles from './ObjectivesPanel.module.css'
import { objectiveRow } from './objectiveWords'

const icons = { met: CircleCheck, missed: CircleX, 'no requests': CircleMinus } as const

/** Whether each objective was met, and what is used of its error budget; nothing without objectives. */
export function ObjectivesPanel({ objectives }: { readonly objectives: readonly ObjectiveResult[] }) {
  if (objectives.length === 0) return null
  return (
    <section aria-label="Objectives">
      <ul className={styles.list}>
        {objectives.map(objectiveRow).map(({ id, verdict, share, budget, exact }) => {
          const Icon = icons[verdict]
          return (
            <li key={id} title={exact}>
              <span className={styles.verdict} data-verdict={verdict}>
                <Icon size={14} aria-hidden="true" /> {verdict}
              </span>
              <strong>{id}</strong>
              <span>{share}</span>
              <span className={styles.budget}>{budget}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

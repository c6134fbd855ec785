import { type ReactNode, useContext, useId } from 'react'
import { classNames } from '../../widgets/classNames'
import { Menu, type MenuItem } from '../../widgets/Menu'
import { ChartGrip } from './ChartGrip'
import styles from './charts.module.css'
import { MovableContext } from './MovableContext'

interface CardFrameProps {
  /** Names what is on the card to the dashboard and to files. */
  readonly id: string
  readonly title: string
  readonly unit?: string
  /** One sentence: what is shown. */
  readonly description: string
  /** As wide as the dashboard. */
  readonly wide?: boolean
  /** Buttons in the head, before the menu. */
  readonly switches?: ReactNode
  /** What the menu offers, and what it is called after the title. */
  readonly menu: { readonly name: string; readonly items: readonly MenuItem[] }
  readonly children: ReactNode
}

/** A card with a heading, its switches and its menu; where cards can be moved with a grip, to drag it by. */
export function CardFrame({ id, title, unit, description, wide, switches, menu, children }: CardFrameProps) {
  const headingId = useId()
  const isMovable = useContext(MovableContext)
  return (
    <section className={classNames(styles.card, wide && styles.wide)} aria-labelledby={headingId} data-chart={id}>
      <header className={styles.cardHead}>
        {isMovable && <ChartGrip />}
        <div className={styles.heading}>
          <h3 id={headingId} title={description}>
            {title}
          </h3>
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </div>
        <span className={styles.switches}>
          {switches}
          {menu.items.length > 0 && <Menu label={`${title}: ${menu.name}`} iconOnly align="end" items={menu.items} />}
        </span>
      </header>
      {children}
    </section>
  )
}

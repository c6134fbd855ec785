import type { ComponentProps } from 'react'
import { Table } from '../../widgets/Table'
import styles from './charts.module.css'

/** A table on a card, scrolled where it is larger than its place. */
export function ScrolledTable(props: Omit<ComponentProps<typeof Table>, 'className'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.tableScroll} aria-label={props.label} tabIndex={0}>
      <Table {...props} className={styles.table} />
    </section>
  )
}

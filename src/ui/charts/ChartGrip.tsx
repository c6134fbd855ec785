import { GripVertical } from 'lucide-react'
import styles from './charts.module.css'

/** The handle by which a card is dragged to another place; for keys there is the card's menu. */
export function ChartGrip() {
  return (
    <span className={styles.grip} data-grip title="Drag to another place" aria-hidden="true">
      <GripVertical size={14} />
    </span>
  )
}

import { cursorOf } from '../../store/timeStore'
import { useTime } from '../studio'
import styles from './charts.module.css'

/** One value at the time of the cursor; its room is kept, so that nothing moves when it appears. */
export function CursorValue({ read }: { readonly read: (time: number) => string }) {
  const cursor = useTime(cursorOf)
  return (
    <span className={styles.cursorValue} aria-hidden="true">
      {cursor === undefined ? '' : read(cursor)}
    </span>
  )
}

import { CircleCheck, CircleX } from 'lucide-react'
import { classNames } from '../../widgets/classNames'
import styles from './Check.module.css'

/** A verdict by sign and word. */
export function VerdictMark({ ok, children }: { readonly ok: boolean; readonly children: string }) {
  const Sign = ok ? CircleCheck : CircleX
  return (
    <span className={classNames(styles.verdict, ok ? styles.ok : styles.notOk)}>
      <Sign size={14} aria-hidden="true" />
      {children}
    </span>
  )
}

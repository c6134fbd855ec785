import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Notice } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { classNames } from '../../widgets/classNames'
import { IconButton } from '../../widgets/IconButton'
import { useView } from '../studio'
import styles from './Toast.module.css'

/** How long [ms] a message stays that needs no answer. Warnings and errors stay until they are dismissed. */
const SHOWN_MS = 10_000

const icons = {
  info: <Info size={16} />,
  warning: <TriangleAlert size={16} />,
  error: <CircleAlert size={16} />,
} satisfies Record<Notice['severity'], unknown>

/** The newest message to the person, in sight and for screen readers. It stays while it is hovered or has the focus. */
export function Toast() {
  const notice = useView((state) => state.notice)
  const dismiss = useView((state) => state.dismissNotice)
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (notice?.severity !== 'info' || isHeld) return
    const timer = setTimeout(dismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [notice, isHeld, dismiss])

  const { action } = notice ?? {}
  const performAction = () => {
    dismiss()
    action?.perform()
  }
  return (
    <section
      className={styles.place}
      aria-label="Messages"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={classNames(notice && styles.toast, notice && styles[notice.severity])}>
        {notice && (
          <span className={styles.icon} aria-hidden="true">
            {icons[notice.severity]}
          </span>
        )}
        {/* Always there, since screen readers announce only what changes inside of a live region. */}
        <p role="status" className={styles.message}>
          {notice && <span key={notice.nonce}>{notice.message}</span>}
        </p>
        {action && (
          <Button size="s" onClick={performAction}>
            {action.label}
          </Button>
        )}
        {notice && <IconButton label="Dismiss" size="s" icon={<X size={14} />} onClick={dismiss} />}
      </div>
    </section>
  )
}

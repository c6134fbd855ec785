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
      <p role="status" className="visually-hidden">
        {notice?.message}
      </p>
      {notice && (
        <div key={notice.nonce} className={classNames(styles.toast, styles[notice.severity])}>
          <span className={styles.icon} aria-hidden="true">
            {icons[notice.severity]}
          </span>
          <p className={styles.message}>{notice.message}</p>
          {action && (
            <Button size="s" onClick={performAction}>
              {action.label}
            </Button>
          )}
          <IconButton label="Dismiss" size="s" icon={<X size={14} />} onClick={dismiss} />
        </div>
      )}
    </section>
  )
}

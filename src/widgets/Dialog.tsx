import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './classNames'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

export interface DialogProps {
  readonly open: boolean
  /** Called on Escape, on the close button and on a click beside the dialog. */
  readonly onClose: () => void
  readonly title: string
  readonly size?: 's' | 'm' | 'l'
  readonly children: ReactNode
  /** Buttons at the bottom. */
  readonly footer?: ReactNode
}

/** A modal dialog on the browser's own `<dialog>`: it keeps the focus inside and gives it back when it closes. */
export function Dialog({ open, onClose, title, size = 'm', children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    const before = document.activeElement
    if (!element.open) element.showModal()
    return () => {
      element.close()
      // A dialog that is taken away while it is open gives no focus back by itself.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [open])

  if (!open) return undefined
  const closeWhenBeside = (event: MouseEvent) => event.target === dialog.current && onClose()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, handled by onCancel.
    <dialog
      ref={dialog}
      className={classNames(styles.dialog, styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={closeWhenBeside}
    >
      <div className={styles.frame}>
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label="Close" icon={<X size={16} />} onClick={onClose} />
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to be scrolled with the keyboard. */}
        <div className={styles.body} tabIndex={0}>
          {children}
        </div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}

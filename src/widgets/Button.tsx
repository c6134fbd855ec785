import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { classNames } from './classNames'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one main action of a surface. `quiet`: no border until hovered. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly size?: 'm' | 's'
  readonly icon?: ReactNode
}

/** A push button; its text is its accessible name. */
export function Button({ variant = 'plain', size = 'm', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classNames(styles.button, styles[variant], styles[size], className)} {...rest}>
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      {children}
    </button>
  )
}

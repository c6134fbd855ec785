import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './Button'
import styles from './Button.module.css'
import { classNames } from './classNames'
import { Tooltip } from './Tooltip'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Accessible name, shown as a tooltip too. */
  readonly label: string
  /** Keys that do the same, as people write them: `Ctrl+Enter`. */
  readonly shortcut?: string
  /** What the tooltip says, where that is more than the label. */
  readonly tooltip?: string
  readonly icon: ReactNode
}

/** A button that shows only a picture. */
export function IconButton({
  label,
  shortcut,
  tooltip = label,
  icon,
  variant = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={shortcut === undefined ? tooltip : `${tooltip} (${shortcut})`}>
      <Button
        aria-label={label}
        variant={variant}
        icon={icon}
        className={classNames(styles.iconOnly, className)}
        {...rest}
      />
    </Tooltip>
  )
}

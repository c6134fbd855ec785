import { Check, ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button'
import { classNames } from './classNames'
import styles from './Menu.module.css'

export interface MenuItem {
  readonly label: string
  /** A second line in smaller type: what it does, or why it cannot be used. */
  readonly detail?: string
  readonly icon?: ReactNode
  readonly disabled?: boolean
  /** Present for a choice of one: whether it is the chosen one. */
  readonly checked?: boolean
  readonly perform: () => void
}

export interface MenuProps {
  /** Text of the button, and name of the menu. */
  readonly label: string
  readonly icon?: ReactNode
  readonly items: readonly MenuItem[]
  /** Shows only the icon; the label stays the accessible name. */
  readonly iconOnly?: boolean
  /** Side of the button that the menu is aligned to. */
  readonly align?: 'start' | 'end'
}

/** A button that opens a list of actions. Arrow keys move, Enter performs, Escape closes. */
export function Menu({ label, icon, items, iconOnly = false, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return
    focusItem(list.current, 0)
    const closeWhenOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    addEventListener('pointerdown', closeWhenOutside)
    addEventListener('focusin', closeWhenOutside)
    return () => {
      removeEventListener('pointerdown', closeWhenOutside)
      removeEventListener('focusin', closeWhenOutside)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    root.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }
  const perform = (item: MenuItem) => {
    if (item.disabled) return
    close()
    item.perform()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    const current = itemsOf(list.current).indexOf(document.activeElement as HTMLElement)
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: items.length - 1 }[event.key]
    if (target === undefined) return
    event.preventDefault()
    focusItem(list.current, target)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are handled for the button and the items inside.
    <div ref={root} className={styles.root} onKeyDown={onKeyDown}>
      <Button
        variant="quiet"
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={iconOnly ? label : undefined}
        onClick={() => setOpen(!open)}
      >
        {!iconOnly && label}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          tabIndex={0}
          aria-label={label}
          className={classNames(styles.list, styles[align])}
        >
          {items.map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: with `checked` the role is menuitemradio.
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              aria-disabled={item.disabled}
              className={styles.item}
              onClick={() => perform(item)}
            >
              {item.icon !== undefined && <span aria-hidden="true">{item.icon}</span>}
              <span className={styles.text}>
                {item.label}
                {item.detail !== undefined && <small>{item.detail}</small>}
              </span>
              {item.checked && <Check size={14} aria-hidden="true" />}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}

function focusItem(list: HTMLElement | null, index: number): void {
  const items = itemsOf(list)
  items[(index + items.length) % items.length]?.focus()
}

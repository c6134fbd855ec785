import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useStudio } from '../studio'
import styles from './Editor.module.css'
import { openEditor } from './openEditor'
import type { CreateSurface, EditorSurface } from './surface'

export interface SurfaceHostProps {
  /** Which editor to show; when it changes, the new one goes on where the old one was. */
  readonly create: CreateSurface
  readonly tabMovesFocus: boolean
  /** Gives the pane access to the editor on show. */
  readonly surface: RefObject<EditorSurface | undefined>
}

/** The place of an editor, which React leaves alone. */
export function SurfaceHost({ create, tabMovesFocus, surface }: SurfaceHostProps) {
  const stores = useStudio()
  const container = useRef<HTMLDivElement>(null)
  const left = useRef<{ readonly start: number; readonly end: number; readonly hadFocus: boolean }>(undefined)

  useLayoutEffect(() => {
    if (container.current === null) return
    const opened = openEditor(create, container.current, stores)
    surface.current = opened
    if (left.current !== undefined) {
      opened.select(left.current)
      if (left.current.hadFocus) opened.focus()
    }
    return () => {
      left.current = { ...opened.selection(), hadFocus: opened.hasFocus() }
      surface.current = undefined
      opened.dispose()
    }
  }, [create, stores, surface])

  useEffect(() => surface.current?.setTabMovesFocus(tabMovesFocus), [surface, tabMovesFocus])

  return <div ref={container} className={styles.surface} />
}

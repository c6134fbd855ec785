import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useStudio } from '../studio'
import styles from './DropTarget.module.css'
import { openFile } from './openFile'

/** Lets a file be dropped anywhere on the page. Drags of other things are left to whoever they are for. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const stores = useStudio()
  const [isOver, setOver] = useState(false)
  /** Entered minus left elements: a drag enters the next one before it leaves the last. */
  const depth = useRef(0)

  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    depth.current += 1
    setOver(true)
  }
  const leave = (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth.current -= 1
    if (depth.current <= 0) end()
  }
  const end = () => {
    depth.current = 0
    setOver(false)
  }
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer.files[0]
    end()
    if (!hasFiles(event)) return
    event.preventDefault()
    if (file) void openFile(stores, file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Import in the top bar is the keyboard's way.
    <div
      onDragEnterCapture={enter}
      onDragLeaveCapture={leave}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDropCapture={drop}
    >
      {children}
      {isOver && (
        <div className={styles.overlay} aria-hidden="true">
          Drop a scenario (.yml) or a run (.json) to open it
        </div>
      )}
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

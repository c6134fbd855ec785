import { useEffect, useRef } from 'react'
import { Button } from '../../widgets/Button'
import { Dialog } from '../../widgets/Dialog'
import type { Deletion } from './deletion'

interface DeleteDialogProps {
  readonly deletion: Deletion
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is deleted that takes other things along. */
export function DeleteDialog({ deletion, onConfirm, onClose }: DeleteDialogProps) {
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => confirm.current?.focus(), [])
  return (
    <Dialog
      open
      onClose={onClose}
      size="s"
      title={`Delete ${deletion.what}?`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button ref={confirm} variant="danger" onClick={onConfirm}>
            Delete
          </Button>
        </>
      }
    >
      <p>This goes with it:</p>
      <ul>
        {deletion.along.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <p>Undo brings everything back.</p>
    </Dialog>
  )
}

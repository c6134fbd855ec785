import type { StoreApi } from 'zustand/vanilla'
import type { ViewState } from '../../store/contracts'
import type { DraftDatabase } from '../../store/draftDatabase'
import { type DraftSession, removeDrafts } from '../../store/draftSession'
import { download } from '../export/download'

/**
 * Offers what is left of drafts that could not be restored; once saved as a file they are forgotten.
 * This tab saves under one of their names at times, and then overwrites it by itself.
 */
export function offerDamagedDrafts(
  view: StoreApi<ViewState>,
  { id, damaged }: DraftSession,
  database: DraftDatabase,
): void {
  if (damaged.length === 0) return
  const save = () => {
    const remains = damaged.map((draft) => draft.remains).join('\n\n')
    download(new Blob([remains], { type: 'text/plain' }), 'damaged-draft.txt')
    void removeDrafts(
      database,
      damaged.filter((draft) => draft.id !== id),
    )
  }
  view.getState().notify({
    severity: 'warning',
    message: 'A saved draft is damaged and could not be restored.',
    action: { label: 'Save what is left of it', perform: save },
  })
}

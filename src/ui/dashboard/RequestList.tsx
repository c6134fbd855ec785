import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { formatCount, formatSeconds } from '../../base/format'
import type { ChosenRequest } from '../../engine/requestChoice'
import { IconButton } from '../../widgets/IconButton'
import styles from './WaterfallCard.module.css'

/** Requests that are listed at a time. */
const PAGE = 10

interface RequestListProps {
  /** Accessible name. */
  readonly label: string
  readonly requests: readonly ChosenRequest[]
  /** The one on show; it need not be among them. */
  readonly shown: ChosenRequest | undefined
  readonly onShow: (request: ChosenRequest) => void
}

/** Requests to choose from, a page of them at a time; the keys of a list box step through all. */
export function RequestList({ label, requests, shown, onShow }: RequestListProps) {
  const listId = useId()
  const at = requests.findIndex(({ id }) => id === shown?.id)
  const first = Math.max(0, at - (at % PAGE))
  const goTo = (index: number) => {
    const request = requests[Math.max(0, Math.min(requests.length - 1, index))]
    if (request) onShow(request)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: requests.length - 1,
    }[event.key]
    if (target === undefined) return
    event.preventDefault()
    goTo(target)
  }
  const optionId = (index: number) => `${listId}-${index}`
  return (
    <>
      <div className={styles.steps}>
        <IconButton size="s" label="Previous request" icon={<ChevronLeft size={14} />} onClick={() => goTo(at - 1)} />
        <span data-position>
          {at < 0 ? '–' : formatCount(at + 1)} of {formatCount(requests.length)}
        </span>
        <IconButton size="s" label="Next request" icon={<ChevronRight size={14} />} onClick={() => goTo(at + 1)} />
      </div>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={at < 0 ? undefined : optionId(at)}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {requests.slice(first, first + PAGE).map((request, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys.
          <div
            key={request.id}
            id={optionId(first + row)}
            role="option"
            tabIndex={-1}
            aria-selected={first + row === at}
            aria-posinset={first + row + 1}
            aria-setsize={requests.length}
            className={styles.option}
            onClick={() => onShow(request)}
          >
            <span>#{request.id}</span>
            <span>{formatSeconds(request.finish - request.start)}</span>
          </div>
        ))}
      </div>
    </>
  )
}

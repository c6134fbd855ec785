import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import { formatCount, formatSeconds } from '../../base/format'
import type { RequestLog } from '../../engine/runResult'
import { requestAt } from '../../store/traceStore'
import { IconButton } from '../../widgets/IconButton'
import styles from './WaterfallCard.module.css'

/** Requests that are listed at a time. */
const PAGE = 10

interface RequestListProps {
  /** Accessible name. */
  readonly label: string
  readonly log: RequestLog
  /** Places of the requests in the log. */
  readonly places: Uint32Array
  /** The place of the one on show; it need not be among them. */
  readonly shown: number | undefined
  readonly onShow: (place: number) => void
}

/** Requests to choose from, a page of them at a time; the keys of a list box step through all. */
export function RequestList({ label, log, places, shown, onShow }: RequestListProps) {
  const listId = useId()
  const at = shown === undefined ? -1 : places.indexOf(shown)
  const first = Math.max(0, at - (at % PAGE))
  const goTo = (index: number) => {
    const place = places[Math.max(0, Math.min(places.length - 1, index))]
    if (place !== undefined) onShow(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: places.length - 1,
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
          {at < 0 ? '–' : formatCount(at + 1)} of {formatCount(places.length)}
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
        {Array.from(places.subarray(first, first + PAGE), (place, row) => {
          const { id, start, finish } = requestAt(log, place)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys.
            <div
              key={id}
              id={optionId(first + row)}
              role="option"
              tabIndex={-1}
              aria-selected={first + row === at}
              aria-posinset={first + row + 1}
              aria-setsize={places.length}
              className={styles.option}
              onClick={() => onShow(place)}
            >
              <span>#{id}</span>
              <span>{formatSeconds(finish - start)}</span>
            </div>
          )
        })}
      </div>
    </>
  )
}

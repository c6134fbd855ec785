import { formatClock, formatNumber } from '../../base/format'
import type { KeptRun } from '../../store/keptRun'

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const timeAndDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** When a run ended, as short as it can be told: `14:32:07` today, `20 Nov, 14:32` before. Both in ms since 1970. */
export function whenText(at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return (isToday ? time : timeAndDay).format(at)
}

/** How lists tell how a run ended; undefined: nothing to say, as planned. */
export function endText({ end, simulatedSeconds }: Pick<KeptRun, 'end' | 'simulatedSeconds'>): string | undefined {
  if (end === 'horizon') return undefined
  const at = formatClock(simulatedSeconds)
  return end === 'cancelled' ? `cancelled at ${at}` : `unstable at ${at}`
}

/** Room on the disk: `850 KB`, `12.5 MB`. */
export function roomText(bytes: number): string {
  const kibibytes = bytes / 1024
  return kibibytes < 1000 ? `${Math.ceil(kibibytes)} KB` : `${formatNumber(kibibytes / 1024)} MB`
}

import { formatCount } from '../../base/format'
import { LONGEST_LINK } from '../../store/shareUrl'

/** What the length of a link [characters] means for the ways it can travel. */
export interface ShareAdvice {
  readonly severity: 'fine' | 'long' | 'too-long'
  readonly text: string
}

/** Chat programs and some mail filters cut links beyond this. */
const CHAT_LENGTH = 2000
/** Servers, proxies and office programs begin to refuse links here. */
const FILE_LENGTH = 8000
/** Browsers begin to differ; never meant for an address bar. */
const ADDRESS_LENGTH = 32_000

export function shareAdvice(length: number): ShareAdvice {
  const characters = `${formatCount(length)} characters`
  if (length > LONGEST_LINK)
    return {
      severity: 'too-long',
      text: `${characters}: too long for a link. Save the scenario as a file and send that.`,
    }
  if (length > ADDRESS_LENGTH)
    return { severity: 'too-long', text: `${characters}: no browser can be relied on with this. Better send a file.` }
  if (length > FILE_LENGTH)
    return { severity: 'long', text: `${characters}: many programs cut links of this length. Better send a file.` }
  if (length > CHAT_LENGTH)
    return {
      severity: 'long',
      text: `${characters}: some chat programs cut links beyond 2000. Mail and documents are fine.`,
    }
  return { severity: 'fine', text: `${characters}: short enough for every chat.` }
}

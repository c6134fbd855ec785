import type { StudioDocument } from '../../store/contracts'
import { decodeShare, encodeShare } from '../../store/shareUrl'

/** A link and whether it can be opened again; one that is too large cannot. */
export interface ShareLink {
  readonly url: string
  readonly opens: boolean
}

/** The link to a document: the address of this page with everything else after the `#`. */
export function shareLinkTo(document: StudioDocument): ShareLink {
  const hash = encodeShare(document)
  return { url: location.origin + location.pathname + location.search + hash, opens: decodeShare(hash).ok }
}

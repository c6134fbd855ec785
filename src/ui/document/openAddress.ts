import { examples } from '../../examples'
import type { StudioStores } from '../../store/contracts'
import { decodeShare, isShareHash } from '../../store/shareUrl'
import { openDocument } from './openDocument'
import { openExample } from './openExample'

const EXAMPLE = /^#example=(.*)$/
const CHECK = '#check'

/**
 * Opens what the address names: a shared document, an example, or the check of the simulator. Nothing is run, and a link that cannot be opened
 * leaves the present document alone. The address is cleared, so that a reload goes on with the draft.
 */
export function openAddress(stores: StudioStores): void {
  const { hash } = location
  const exampleId = EXAMPLE.exec(hash)?.[1]
  if (isShareHash(hash)) openLink(hash, stores)
  else if (exampleId !== undefined) openExampleById(exampleId, stores)
  else if (hash === CHECK) stores.view.getState().showDialog('check')
  else return
  clearAddress()
}

function openLink(hash: string, stores: StudioStores): void {
  const opened = decodeShare(hash)
  if (opened.ok) openDocument(stores, opened.document)
  else stores.view.getState().notify({ severity: 'error', message: opened.message })
}

function openExampleById(id: string, stores: StudioStores): void {
  const example = examples.find((candidate) => candidate.id === id)
  if (example) {
    openExample(stores, example)
    return
  }
  stores.view.getState().notify({ severity: 'warning', message: 'There is no such example. Here are all there are.' })
  stores.view.getState().showDialog('examples')
}

function clearAddress(): void {
  try {
    history.replaceState(history.state, '', location.pathname + location.search)
  } catch {
    // Some browsers limit how often an address may change; it is cleared next time.
  }
}

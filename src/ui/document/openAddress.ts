import { examples } from '../../examples'
import type { StudioStores } from '../../store/contracts'
import { decodeShare, repairHash } from '../../store/shareUrl'
import { openDocument } from './openDocument'
import { openExample } from './openExample'

const EXAMPLE = /^example=(.*)$/i
const CHECK = /^check$/i

/**
 * Opens what the address names: a shared document, an example, or the check of the simulator. Nothing is run, and an
 * address that cannot be opened leaves the present document alone and says why. The address is cleared, so that a
 * reload goes on with the draft.
 */
export function openAddress(stores: StudioStores): void {
  const { hash } = location
  const address = repairHash(hash)
  if (address === '') return
  const exampleId = EXAMPLE.exec(address)?.[1]
  if (exampleId !== undefined) openExampleById(exampleId.toLowerCase(), stores)
  else if (CHECK.test(address)) stores.view.getState().showDialog('check')
  else openLink(hash, stores)
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

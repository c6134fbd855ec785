import type { Example } from '../../examples'
import type { StudioDocument, StudioStores } from '../../store/contracts'
import { openDocument } from './openDocument'

export function documentOfExample({ title, text }: Example): StudioDocument {
  return { name: title, text, positions: {}, seed: undefined }
}

export function openExample(stores: StudioStores, example: Example): void {
  openDocument(stores, documentOfExample(example))
}

import type { Example } from '../../examples'
import type { StudioStores } from '../../store/contracts'
import { documentOfExample, openDocument } from './openDocument'

export function openExample(stores: StudioStores, example: Example): void {
  openDocument(stores, documentOfExample(example))
}

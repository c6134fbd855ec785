import type { DrawSource } from '../random/draws'
import type { Network } from './network'

/** What a model is built from, besides its own spec. */
export interface ModelContext {
  readonly network: Network
  readonly draws: DrawSource
}

import { ensureExists } from '../base/assert'
import { theoryModels } from './models'
import type { TheoryModel } from './theoryModel'

/** One model of each sort, chosen so that a check in the page takes well under a minute on a laptop. */
const IDS = [
  'infinite-exponential',
  'hops',
  'users',
  'thinned',
  'mm1-half',
  'md4',
  'mg1-log-normal',
  'ram-mm2',
  'tandem',
  'round-robin-4',
]
const REPLICATIONS = 10

/** The models of the page's check, each with half of its replications. */
export const pageModels: readonly TheoryModel[] = IDS.map((id) => ({
  ...ensureExists(
    theoryModels.find((model) => model.id === id),
    `model ${id}`,
  ),
  replications: REPLICATIONS,
}))

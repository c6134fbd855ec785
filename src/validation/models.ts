import { generalServiceModels } from './models/generalService'
import { manyStationModels } from './models/manyStations'
import { markovianModels } from './models/markovian'
import { withoutQueueModels } from './models/withoutQueues'
import type { TheoryModel } from './theoryModel'

/** Every model that is checked by `npm test`; docs/validation.md shows them. */
export const theoryModels: readonly TheoryModel[] = [
  ...markovianModels,
  ...generalServiceModels,
  ...manyStationModels,
  ...withoutQueueModels,
]

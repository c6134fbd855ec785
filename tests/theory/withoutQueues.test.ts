import { withoutQueueModels } from '../../src/validation/models/withoutQueues'
import { testAgreement } from './agreement'

testAgreement(withoutQueueModels)

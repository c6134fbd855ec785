import { generalServiceModels, heavyTail } from '../../src/validation/models/generalService'
import { effort } from '../fixtures/effort'
import { testAgreement } from './agreement'

testAgreement(generalServiceModels)
// Takes minutes, so it belongs to the deep verification; its runs are many enough.
if (effort.times > 1) testAgreement([heavyTail], 1)

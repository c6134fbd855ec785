import { manyStationModels } from '../../src/validation/models/manyStations'
import { testAgreement } from './agreement'

testAgreement(manyStationModels)

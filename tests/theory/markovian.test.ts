import { markovianModels } from '../../src/validation/models/markovian'
import { testAgreement } from './agreement'

testAgreement(markovianModels)

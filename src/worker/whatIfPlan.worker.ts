import { expose } from 'comlink'
import { variantOf } from '../scenario/variant'
import type { PlanWorkerApi } from './whatIfProtocol'

const api: PlanWorkerApi = { prepare: variantOf }

expose(api)

import { expose } from 'comlink'
import { runVariant } from './runVariant'
import type { WhatIfWorkerApi } from './whatIfProtocol'

const api: WhatIfWorkerApi = { run: runVariant }

expose(api)

import { expose } from 'comlink'
import { pairRequests } from '../engine/pairing'

const pairing = { pairRequests }

export type PairingWorkerApi = typeof pairing

expose(pairing)

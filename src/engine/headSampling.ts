import { finalized } from '../kernel/random/streams'

/**
 * Place of a request in the order in which head-based sampling takes requests, 0 … 2³² − 1: a sample of share p are
 * those below p · 2³². It is made of the number alone, so whether a request is sampled does not depend on how it fares,
 * two runs sample the same requests, and a larger sample holds the smaller ones. It is hashed, so that no pattern of the
 * load is followed.
 * @param id number of the request, from 1
 */
export function samplingRank(id: number): number {
  return finalized(id)
}

/** How many ranks there are. */
export const RANKS = 4_294_967_296

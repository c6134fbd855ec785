/**
 * Place of a request in the order in which head-based sampling takes requests, 0 … 2³² − 1: a sample of share p are
 * those below p · 2³². It is made of the number alone, so whether a request is sampled does not depend on how it fares,
 * two runs sample the same requests, and a larger sample holds the smaller ones. The mixing is the finaliser of
 * MurmurHash3 (A. Appleby, public domain): neighbouring numbers are far apart, and no pattern of the load is followed.
 * @param id number of the request, from 1
 */
export function samplingRank(id: number): number {
  let mixed = id
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** How many ranks there are. */
export const RANKS = 4_294_967_296

import type { Instability } from './runResult'

/** Somewhere requests can be, and how many are there now. */
export interface Place extends Pick<Instability, 'component' | 'resource'> {
  occupants(): number
}

/**
 * Who is to blame for too many requests in the system: the place where most of them are.
 * @param places at least one
 * @param since when the number became large [s]
 */
export function findInstability(places: readonly Place[], inFlight: number, since: number): Instability {
  const counted = places.map((place) => ({ place, waiting: place.occupants() }))
  const { place, waiting } = counted.reduce((fullest, next) => (next.waiting > fullest.waiting ? next : fullest))
  return { inFlight, component: place.component, resource: place.resource, waiting, since }
}

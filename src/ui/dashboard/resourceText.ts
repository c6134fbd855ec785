import type { Bottleneck } from '../../engine/attribution/attribution'
import { resourceNames } from '../charts/resourceNames'

/** A resource with its place, as in a sentence: `the CPU of srv-1`. */
export function resourceText({ component, resource }: Pick<Bottleneck, 'component' | 'resource'>): string {
  return `the ${resourceNames[resource]} of ${component}`
}

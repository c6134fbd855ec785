import type { Scenario } from '../catalog/specs'
import { sha256 } from './sha256'

/**
 * Fingerprint of what a scenario means, as 64 hexadecimal digits: comments, layout, the order of keys and defaults
 * that are written out do not change it, any other change does. The order of lists counts: the first of two servers
 * is another server to a round robin.
 */
export function scenarioHash(scenario: Scenario): string {
  return sha256(canonicalJson(withoutNews(scenario)))
}

/**
 * What joined the language after its first release counts as absent while it says nothing else, so that older
 * scenarios keep their fingerprints.
 */
function withoutNews({ slos, sim_settings, ...others }: Scenario): object {
  const { warm_up_s, ...settings } = sim_settings
  return {
    ...others,
    sim_settings: warm_up_s === 0 ? settings : sim_settings,
    ...(slos && slos.length > 0 ? { slos } : {}),
  }
}

/** JSON with sorted keys and without absent values. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

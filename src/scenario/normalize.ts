/**
 * Brings data with several spellings of one meaning to one: an optional key that says `null` is left out,
 * endpoint names are in lower case (as AsyncFlow does), a set written as a list holds every word once.
 */
export function normalize(data: unknown, key = ''): unknown {
  if (Array.isArray(data)) {
    const items = data.map((item) => normalize(item))
    return SETS.has(key) ? [...new Set(items)] : items
  }
  if (typeof data !== 'object' || data === null)
    return ENDPOINTS.has(key) && typeof data === 'string' ? data.toLowerCase() : data
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name, value]) => value !== null || NULL_MATTERS.has(name))
      .map(([name, value]) => [name, normalize(value, name)]),
  )
}

const ENDPOINTS: ReadonlySet<string> = new Set(['endpoint_name', 'endpoint'])
const SETS: ReadonlySet<string> = new Set(['server_covered', 'enabled_sample_metrics', 'enabled_event_metrics'])
const NULL_MATTERS: ReadonlySet<string> = new Set(['db_connection_pool'])

import { formatCount } from '../../base/format'
import type { FieldSchema } from '../../scenario/fields'

/** `ram_mb` has the title `RAM`, `cpu_time` the title `CPU time`: only the first letter is ours to raise. */
export function labelText(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** A word of the language as people read it: `least_connection` → `least connection`. */
export function wordText(word: string): string {
  return word.replaceAll('_', ' ')
}

/** Range and default of a field in a few words; undefined when there is nothing to say. */
export function hintText(field: FieldSchema, written: boolean, key: string): string | undefined {
  const parts = [rangeText(field), written ? undefined : absenceText(field, key)].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** What the absence of a key means where the schema has no default value to say it with. */
const absences: Readonly<Record<string, string>> = {
  db_connection_pool: 'unlimited',
  seed: 'a fresh one each run',
  endpoint: 'all requests',
  window_s: 'the whole run',
}

/** What holds while the key is not in the text; undefined if it must be there. */
export function absenceText({ default: value, requiredKey, unit }: FieldSchema, key: string): string | undefined {
  if (requiredKey) return undefined
  const known = absences[key]
  if (known !== undefined) return `${known} when left out`
  if (typeof value === 'number')
    return unit === FRACTION ? `${value * 100} % when left out` : `${withUnit(value, unit)} when left out`
  return typeof value === 'string' ? `${wordText(value)} when left out` : 'optional'
}

/** Unit of a share; its range is in its name. */
const FRACTION = '0…1'

/** A bound as high as this is there for the machine; nobody comes near it. */
const OUT_OF_SIGHT = 1e9

function rangeText({ type, unit, minimum, exclusiveMinimum, maximum }: FieldSchema): string | undefined {
  if (type !== 'number' && type !== 'integer') return undefined
  if (unit === FRACTION) return undefined
  if (minimum !== undefined && maximum !== undefined && maximum < OUT_OF_SIGHT)
    return `${grouped(minimum)} to ${grouped(maximum)}`
  if (exclusiveMinimum !== undefined) return `> ${exclusiveMinimum}`
  if (minimum !== undefined) return `≥ ${minimum}`
  return maximum === undefined ? undefined : `≤ ${maximum}`
}

const grouped = (value: number) => (Number.isInteger(value) ? formatCount(value) : String(value))

function withUnit(value: number, unit: string | undefined): string {
  return unit === undefined ? String(value) : `${value} ${unit}`
}

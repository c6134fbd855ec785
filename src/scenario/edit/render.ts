import type { TreeStyle } from '../yaml/tree'
import { readAsYaml11 } from '../yaml/yaml11'

/** Data that an edit writes. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** A scalar as YAML, in the quotes that the place had before where they still fit. */
export function renderScalar(value: string | number | boolean | null, style: TreeStyle = 'plain'): string {
  if (typeof value === 'number') return renderNumber(value)
  if (typeof value !== 'string') return String(value)
  const quotable = !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(value)
  if (!quotable || style === 'double-quoted') return JSON.stringify(value)
  if (style === 'plain' && isPlainText(value)) return value
  return `'${value.replaceAll("'", "''")}'`
}

/** One-line form: `{ id: a, tags: [b, c] }`. */
export function renderFlow(value: Plain): string {
  if (value === null || typeof value !== 'object') return renderScalar(value)
  if (isList(value)) return `[${value.map(renderFlow).join(', ')}]`
  const entries = Object.entries(value).map(([key, member]) => `${renderScalar(key)}: ${renderFlow(member)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/**
 * Lines of a value in block form, to be indented by the caller. Maps of scalars inside it stay on one line,
 * as people write `step_operation: { cpu_time: 0.002 }`.
 */
export function renderBlock(value: Plain): string[] {
  if (value === null || typeof value !== 'object') return [renderScalar(value)]
  if (Object.keys(value).length === 0) return [renderFlow(value)]
  if (isList(value)) return value.flatMap(renderItem)
  return Object.entries(value).flatMap(([key, member]) => renderEntry(key, member))
}

/** Lines of `key: value`. */
export function renderEntry(key: string, value: Plain): string[] {
  const name = renderScalar(key)
  if (fitsOneLine(value)) return [`${name}: ${renderFlow(value)}`]
  return [`${name}:`, ...renderBlock(value).map((line) => `  ${line}`)]
}

/** Lines of `- item`. */
export function renderItem(item: Plain): string[] {
  const [first = '', ...rest] = renderBlock(item)
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
}

function fitsOneLine(value: Plain): boolean {
  if (value === null || typeof value !== 'object') return true
  return Object.values(value).every((member) => member === null || typeof member !== 'object')
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

/** Whether plain text means itself in both versions of YAML, in block and in flow context. */
function isPlainText(value: string): boolean {
  return /^[A-Za-z_/.][\w/.-]*(?: [\w/.-]+)*$/.test(value) && typeof readAsYaml11(value) === 'string'
}

/** Digits without an exponent, which YAML 1.1 would read as text. */
function renderNumber(value: number): string {
  const shortest = String(value)
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)\.?(\d*)e([-+]\d+)$/.exec(shortest) ?? []
  if (exponent === undefined) return shortest
  const shift = Number(exponent)
  if (shift > 0) return `${sign}${whole}${fraction.padEnd(shift, '0')}`
  return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
}

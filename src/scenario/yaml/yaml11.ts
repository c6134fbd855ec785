/**
 * How PyYAML, which AsyncFlow reads its files with, understands a plain scalar. It follows YAML 1.1,
 * where `014` is octal, `1:30` is sexagesimal, `yes` is true and `1e3` is text; we follow YAML 1.2.
 */
export type Yaml11Value = string | number | boolean | null | { readonly date: string }

/** The value of the plain scalar `source` under YAML 1.1, as PyYAML resolves it. */
export function readAsYaml11(source: string): Yaml11Value {
  if (/^(?:~|null|Null|NULL|)$/.test(source)) return null
  if (/^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(source)) return true
  if (/^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(source)) return false
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?$/.test(source)) return { date: source }
  return readInteger(source) ?? readFloat(source) ?? source
}

function readInteger(source: string): number | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)([0-9][0-9a-fA-FxX_:]*)$/.exec(source) ?? []
  const plain = digits.replaceAll('_', '')
  const factor = sign === '-' ? -1 : 1
  if (/^0b[0-1_]+$/.test(digits)) return factor * Number.parseInt(plain.slice(2), 2)
  if (/^0x[0-9a-fA-F_]+$/.test(digits)) return factor * Number.parseInt(plain.slice(2), 16)
  if (/^0[0-7_]+$/.test(digits)) return factor * Number.parseInt(plain, 8)
  if (/^(?:0|[1-9][0-9_]*)$/.test(digits)) return factor * Number(plain)
  if (/^[1-9][0-9_]*(?::[0-5]?[0-9])+$/.test(digits)) return factor * sexagesimal(plain)
  return undefined
}

function readFloat(source: string): number | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(.+)$/.exec(source) ?? []
  const plain = digits.replaceAll('_', '')
  const factor = sign === '-' ? -1 : 1
  if (/^\.(?:inf|Inf|INF)$/.test(digits)) return factor * Number.POSITIVE_INFINITY
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN
  if (/^[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?$/.test(digits)) return factor * Number(plain)
  if (sign === '' && /^\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?$/.test(digits)) return Number(plain)
  if (/^[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/.test(digits)) return factor * sexagesimal(plain)
  return undefined
}

function sexagesimal(digits: string): number {
  return digits.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

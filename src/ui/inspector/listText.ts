/** Numbers, or quantiles by their keys, on one line: `0.01, 0.02` or `p50 0.01, p99 0.2`. */
export function listText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, member]) => `${key} ${member}`)
    .join(', ')
}

/** Reads such a line; undefined where a part of it is neither. */
export function readList(
  line: string,
  isMap: boolean,
): readonly number[] | Readonly<Record<string, number>> | undefined {
  const parts = line
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (!isMap) {
    const numbers = parts.map(readNumber)
    return numbers.every((number) => number !== undefined) ? numbers : undefined
  }
  const entries = parts.map((part) => /^(p\d+(?:\.\d+)?)\s*[:=\s]\s*(\S+)$/.exec(part))
  const pairs = entries.map((match) => [match?.[1], readNumber(match?.[2] ?? '')] as const)
  if (pairs.some(([key, value]) => key === undefined || value === undefined)) return undefined
  return Object.fromEntries(pairs)
}

function readNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined
}

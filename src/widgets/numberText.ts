/** Which numbers a field takes. */
export interface NumberRange {
  /** Smallest number allowed. */
  readonly minimum?: number | undefined
  /** Largest number allowed. */
  readonly maximum?: number | undefined
  /** The number must be greater than this. */
  readonly above?: number | undefined
  /** The number must be less than this. */
  readonly below?: number | undefined
  readonly integer?: boolean | undefined
}

export type NumberReading =
  | { readonly ok: true; readonly value: number | undefined }
  | { readonly ok: false; readonly reason: string }

/** Thousands parted by blanks of any kind, as the page itself writes them: `1 200`. */
const GROUPED = /^[+-]?\d{1,3}(\s\d{3})+(?!\d)/
/** Commas that may part thousands as well as decimals: `1,000`, but neither `0,500` nor `1000,125`. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}(,\d{3})+(?!\d)/

/** Reads what a person typed; blanks may part thousands, and a comma counts as a decimal point where it can be no other. */
export function readNumber(text: string, range: NumberRange, optional: boolean): NumberReading {
  const typed = text.trim()
  if (AMBIGUOUS.test(typed)) {
    return { ok: false, reason: 'A comma may mean thousands or decimals here. Write the number without it.' }
  }
  const plain = typed.replace(GROUPED, (groups) => groups.replace(/\s/g, '')).replace(',', '.')
  if (plain === '') return optional ? { ok: true, value: undefined } : { ok: false, reason: 'Enter a number.' }
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
  if (!Number.isFinite(value)) return { ok: false, reason: 'This is not a number.' }
  if (range.integer && !Number.isInteger(value)) return { ok: false, reason: 'Enter a whole number.' }
  if (range.above !== undefined && value <= range.above) return { ok: false, reason: `Must be above ${range.above}.` }
  if (range.below !== undefined && value >= range.below) return { ok: false, reason: `Must be below ${range.below}.` }
  if (range.minimum !== undefined && value < range.minimum)
    return { ok: false, reason: `Must be at least ${range.minimum}.` }
  if (range.maximum !== undefined && value > range.maximum)
    return { ok: false, reason: `Must be at most ${range.maximum}.` }
  return { ok: true, value }
}

/** The next number up or down, one unit of its second significant digit away; undefined beyond the range. */
export function stepNumber(value: number, direction: 1 | -1, range: NumberRange): number | undefined {
  const start = Number.isFinite(value) ? value : (range.minimum ?? range.above ?? 0)
  const exponent = start === 0 ? 0 : Math.floor(Math.log10(Math.abs(start)))
  const step = range.integer ? 1 : 10 ** (start === 0 ? -2 : exponent - 1)
  const next = Number((start + direction * step).toPrecision(12))
  return readNumber(String(next), range, false).ok ? next : undefined
}

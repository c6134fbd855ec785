/** Numbers as people read them: three significant digits, a unit, no surprises for zero or nothing. */

const NO_VALUE = '–'

/** At most `digits` significant digits, no exponent for everyday sizes, thousands separated by a narrow space. */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE
  if (value === 0) return '0'
  const magnitude = Math.abs(value)
  if (magnitude >= 1e12 || magnitude < 1e-6) return value.toExponential(digits - 1)
  const rounded = value.toPrecision(digits)
  // What has more digits before the point, also by rounding up, comes out with an exponent.
  return groupThousands(rounded.includes('e') ? value.toFixed(0) : trimZeros(rounded))
}

/** A count, whole, thousands separated by a narrow space. */
export function formatCount(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE
  return groupThousands(value.toFixed(0))
}

/** A large number in few characters: `850`, `12.5 k`, `2.79 M`, `10 G`. */
export function formatCompact(value: number): string {
  if (value < 999.5) return formatNumber(value)
  if (value < 999.5e3) return `${formatNumber(value / 1e3)} k`
  if (value < 999.5e6) return `${formatNumber(value / 1e6)} M`
  return `${formatNumber(value / 1e9)} G`
}

/** A value on an axis: plain as long as it is short. */
export function formatTick(value: number): string {
  return value < 10_000 ? formatNumber(value, 4) : formatCompact(value)
}

/** A duration with the unit that keeps it readable: `850 µs`, `30.9 ms`, `1.25 s`. */
export function formatSeconds(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NO_VALUE
  const magnitude = Math.abs(seconds)
  if (magnitude === 0) return '0 s'
  if (magnitude < 999.5e-6) return `${formatNumber(seconds * 1e6)} µs`
  if (magnitude < 0.9995) return `${formatNumber(seconds * 1e3)} ms`
  return `${formatNumber(seconds)} s`
}

/** Simulated time in the unit that suits `scale` (by default the time itself): `90 s`, `12 min`, `3.5 h`. */
export function formatClock(seconds: number, scale = seconds): string {
  if (scale < 600) return `${formatNumber(seconds)} s`
  if (scale < 36_000) return `${formatNumber(seconds / 60)} min`
  return `${formatNumber(seconds / 3600)} h`
}

export function formatRate(perSecond: number | null | undefined): string {
  const text = formatNumber(perSecond)
  return text === NO_VALUE ? text : `${text} req/s`
}

/** A change relative to `base`, which is not 0: `−28 %`, `±0 %`, and beyond +1000 % as a factor, `185 000 ×`. */
export function formatChange(value: number, base: number, digits = 3): string {
  const percent = (100 * (value - base)) / base
  if (percent > 1000) return `${formatNumber(Number((value / base).toPrecision(3)))} ×`
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '±'
  return `${sign}${formatNumber(Math.abs(percent), digits)} %`
}

export function formatUsd(usd: number | null | undefined): string {
  const text = formatNumber(usd, 4)
  return text === NO_VALUE ? text : `$${text}`
}

function trimZeros(text: string): string {
  return text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text
}

function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

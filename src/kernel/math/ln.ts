/*
 * Natural logarithm and exponential from additions, multiplications and divisions only.
 *
 * `Math.log` and `Math.exp` differ in the last bit between engines; these do not, so that one seed
 * gives the same bytes everywhere. The algorithms are those of fdlibm (e_log.c, e_exp.c):
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved.
 */

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)
// The order of the two halves of a double depends on the machine.
float[0] = 1
const HIGH = words[1] === 0x3ff00000 ? 1 : 0
const LOW = 1 - HIGH

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const TWO_54 = 18014398509481984

/** ln(x): −Infinity for 0, NaN for negative x. Error below 1 ulp. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  let exponent = 0
  let normal = x
  if (x < 2.2250738585072014e-308) {
    exponent = -54
    normal = x * TWO_54
  }
  float[0] = normal
  let high = words[HIGH]!
  exponent += (high >>> 20) - 1023
  high &= 0x000fffff
  // Scales the mantissa into [√2/2, √2).
  const carry = (high + 0x95f64) & 0x100000
  words[HIGH] = high | (carry ^ 0x3ff00000)
  exponent += carry >>> 20
  const f = float[0]! - 1
  if ((0x000fffff & (2 + high)) < 3) return nearOne(f, exponent)
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const r = t2 + t1
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f
    if (exponent === 0) return f - (half - s * (half + r))
    return exponent * LN2_HIGH - (half - (s * (half + r) + exponent * LN2_LOW) - f)
  }
  if (exponent === 0) return f - s * (f - r)
  return exponent * LN2_HIGH - (s * (f - r) - exponent * LN2_LOW - f)
}

/** ln of a mantissa within 2⁻²⁰ of 1: a short series is exact enough. */
function nearOne(f: number, exponent: number): number {
  if (f === 0) return exponent === 0 ? 0 : exponent * LN2_HIGH + exponent * LN2_LOW
  const r = f * f * (0.5 - 0.33333333333333333 * f)
  if (exponent === 0) return f - r
  return exponent * LN2_HIGH - (r - exponent * LN2_LOW - f)
}

/** eˣ: 0 and Infinity beyond the range of a double. Error below 1 ulp. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893383973096) return Number.POSITIVE_INFINITY
  if (x < -745.13321910194110842) return 0
  const magnitude = Math.abs(x)
  if (magnitude < 3.7252902984619140625e-9) return 1 + x
  let high = x
  let low = 0
  let k = 0
  if (magnitude > 0.34657359027997264) {
    // x = k·ln 2 + r with |r| ≤ ½ ln 2, in two parts.
    if (magnitude < 1.0397207708399179) k = x < 0 ? -1 : 1
    else k = Math.trunc(1.442695040888963387 * x + (x < 0 ? -0.5 : 0.5))
    high = x - k * LN2_HIGH
    low = k * LN2_LOW
  }
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  if (k === 0) return 1 - ((r * c) / (c - 2) - r)
  return scale(1 - (low - (r * c) / (2 - c) - high), k)
}

/** y·2ᵏ for y near 1 and any k that {@link exp} can meet. */
function scale(y: number, k: number): number {
  if (k >= 1024) return y * 2 * powerOfTwo(1023) * powerOfTwo(k - 1024)
  if (k >= -1021) return y * powerOfTwo(k)
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}

function powerOfTwo(k: number): number {
  words[HIGH] = (k + 1023) << 20
  words[LOW] = 0
  return float[0]!
}

const TABLE_BITS = 10
const TABLE_SIZE = 1 << TABLE_BITS
const LN2 = 0.6931471805599453

/** For each of 1024 intervals of the mantissa: the reciprocal of its middle, and the logarithm of that reciprocal. */
const reciprocals = new Float64Array(TABLE_SIZE)
const logarithms = new Float64Array(TABLE_SIZE)
for (let i = 0; i < TABLE_SIZE; i++) {
  reciprocals[i] = 1 / (1 + (i + 0.5) / TABLE_SIZE)
  logarithms[i] = ln(reciprocals[i]!)
}

/** 2⁰ to 2⁶³: what scales a uniform variate into [1, 2). */
const powersOfTwo = Float64Array.from({ length: 64 }, (_, k) => powerOfTwo(k))

/**
 * −ln(u) for u in [2⁻⁵³, 1]: the standard exponential variate of a uniform one. Never negative.
 * A table and a fifth-order series, within 2e-15 of {@link ln} and two to three times as fast.
 */
export function negativeLn(u: number): number {
  float[0] = u
  const high = words[HIGH]!
  const halvings = 1023 - (high >>> 20)
  const i = (high >>> (20 - TABLE_BITS)) & (TABLE_SIZE - 1)
  const r = u * powersOfTwo[halvings]! * reciprocals[i]! - 1
  const series = r * (1 - r * (0.5 - r * (0.3333333333333333 - r * (0.25 - r * 0.2))))
  const value = logarithms[i]! - series + halvings * LN2
  return Math.max(value, 0)
}

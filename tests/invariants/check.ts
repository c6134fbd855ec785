/** A promise is broken. */
export function fail(message: string): never {
  throw new Error(message)
}

/** Whether two sums of many rounded numbers are the same but for their rounding errors. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b))
}

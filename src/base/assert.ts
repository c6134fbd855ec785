/** A broken promise of our own code, never a user's mistake. Says what, and where. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws an {@link InvariantError} unless `condition` holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(`invariant: ${message}`)
}

/** Returns `value`, or throws if it is missing. */
export function ensureExists<T>(value: T | undefined | null, what: string): T {
  invariant(value !== undefined && value !== null, `${what} is missing`)
  return value
}

/** Marks the end of an exhausted union: does not compile while a case is left. */
export function assertUnreachable(value: never): never {
  throw new InvariantError(`invariant: unexpected value ${JSON.stringify(value)}`)
}

import type { CheckEvent } from '../validation/checkSimulator'

/** What the Worker of a check sends; the end comes once, last. */
export type CheckMessage = CheckEvent | { readonly kind: 'end' }

export type CheckEnd =
  | { readonly phase: 'done' | 'cancelled' }
  /** The Worker could not be started or broke down. */
  | { readonly phase: 'failed'; readonly message: string }

/** Control of a check under way. */
export interface CheckHandle {
  /** Ends the check at once; a check that has ended does not mind. */
  cancel(): void
  /** Never rejects. */
  readonly end: Promise<CheckEnd>
}

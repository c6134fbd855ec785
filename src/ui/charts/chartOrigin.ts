import type { RunIdentity } from '../../engine/runResult'

/** A run whose figures a chart shows: names its files, and is told in them. */
export interface ChartOrigin {
  readonly identity: RunIdentity
  /** What tells its figures from those of the other runs; undefined: there are no others. */
  readonly name?: string
}

import type { DocumentPath } from '../scenario/diagnostic'
import type { VariantDone, VariantFigures } from '../worker/whatIfProtocol'
import type { Proposal } from './whatIfProposal'
import type { KnobRange } from './whatIfRange'

/** A number of the scenario that can be turned. */
export interface Knob {
  readonly path: DocumentPath
  /** Kind of the step that the field belongs to, and its law. */
  readonly kinds: readonly string[]
}

/** What would the figures be for other values of one number? */
export interface Question {
  readonly knob: Knob
  /** The value in the text; undefined: none. */
  readonly present: number | undefined
  readonly range: KnobRange
  /** Simulated time of every run in place of the text's [s]. */
  readonly horizon: number | undefined
  /** The same for all values, so that the difference between two of them is the change and not the dice. */
  readonly seed: number
}

export type FigureName = keyof VariantFigures

/** What is known of one value. */
export type WhatIfPoint =
  | { readonly phase: 'waiting' | 'running' }
  | VariantDone
  /** The language does not allow the value, or its run broke off. */
  | { readonly phase: 'refused' | 'failed'; readonly reason: string }

export interface WhatIfState {
  /** undefined: nothing is asked. */
  readonly question: Question | undefined
  /** By value, in ascending order. */
  readonly points: ReadonlyMap<number, WhatIfPoint>
  /** Whether the points are those of an earlier text or range, since the text cannot be run. */
  readonly isOutdated: boolean
  /** The value that the slider is at. */
  readonly position: number
  /** What is drawn. */
  readonly figure: FigureName
  /** Present while the runs would take so long that the person is asked first. */
  readonly proposal: Proposal | undefined
  /** Asks about a number, from half to double its present value; asked already, it goes on. */
  ask(knob: Knob): void
  /** Asks about other values. */
  vary(range: Partial<KnobRange>): void
  /** Asks with runs of so much simulated time [s]. */
  shorten(horizon: number): void
  /** Looks at the value nearest to this one; its run goes before the others. */
  moveTo(value: number): void
  draw(figure: FigureName): void
  /** Starts the runs that are proposed. */
  confirm(): void
  /** Ends all runs; what they found is kept for the next time. */
  close(): void
}

/** Whether a question is about this knob. */
export function isSameKnob(a: Knob | undefined, b: Knob): boolean {
  return a !== undefined && a.path.join('/') === b.path.join('/')
}

import type { FinishedRun } from '../../store/contracts'
import type { KeptRun } from '../../store/keptRun'
import { whenText } from '../runs/runWords'

/** A run among those that are compared, with what tells it apart: a letter, a colour and a dash. */
export interface ComparedRun {
  readonly id: string
  /** `A`, `B` … from the oldest on. */
  readonly letter: string
  readonly name: string
  /** When it ended, in words. */
  readonly when: string
  readonly color: string
  /** SVG dash pattern; undefined: solid. */
  readonly dash: string | undefined
  readonly run: FinishedRun
}

/** A run's name as files and headings of tables have it, where letters alone would not be understood. */
export function nameOf({ letter, name }: ComparedRun): string {
  return `${letter} ${name}`
}

const LETTERS = 'ABCD'
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3']

/** The look of each run, by its place; `now` in ms since 1970. */
export function comparedRuns(
  loaded: readonly { readonly kept: KeptRun; readonly run: FinishedRun }[],
  now: number,
): ComparedRun[] {
  return [...loaded]
    .sort((a, b) => a.kept.finishedAt - b.kept.finishedAt)
    .map(({ kept, run }, index) => ({
      id: kept.id,
      letter: LETTERS[index] ?? '',
      name: kept.name,
      when: whenText(kept.finishedAt, now),
      color: `var(--series-${index + 1})`,
      dash: DASHES[index],
      run,
    }))
}

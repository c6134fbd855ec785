import type { DocumentPath } from '../../scenario/diagnostic'
import type { Knob } from '../../store/whatIfState'

/** Numbers that change no figure, or, like the seed, only the dice. */
const NO_KNOBS: ReadonlySet<string> = new Set(['seed', 'sample_period_s'])

/** Whether it makes sense to ask what if the number at `path` were another; objectives only judge. */
export function isKnob(path: DocumentPath): boolean {
  return path[0] !== 'slos' && !NO_KNOBS.has(String(path.at(-1)))
}

/** Id of the button that asks about a number; the focus goes back there when the question is closed. */
export function buttonId({ path }: Knob): string {
  return `what-if/${path.join('/')}`
}

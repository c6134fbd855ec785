import type { DocumentPath } from '../diagnostic'
import { changeValue, finding, type Rule } from './rule'

const WARM_UP: DocumentPath = ['sim_settings', 'warm_up_s']

/** A run that only warms up measures nothing. */
export const warmUpLeavesTimeToMeasure: Rule = function* (context) {
  const { warmUp, horizon } = context.facts
  if (typeof warmUp !== 'number' || horizon === undefined || warmUp < horizon) return
  yield finding(context, {
    code: 'warm-up-too-long',
    path: WARM_UP,
    message: `A warm-up of ${warmUp} s leaves nothing to measure of a run of ${horizon} s.`,
    hint: `It must be less than ${horizon} s: at most ${horizon - 1} in whole seconds.`,
    fixes: [...changeValue(context, WARM_UP, horizon - 1), ...changeValue(context, WARM_UP, 'auto')],
  })
}

/** Where things happen at stated times, there is no settled state that could be told from its beginning. */
export const warmUpIsFoundWithoutEvents: Rule = function* (context) {
  const { warmUp, events } = context.facts
  if (warmUp !== 'auto' || events.length === 0) return
  yield finding(context, {
    code: 'auto-warm-up-with-events',
    severity: 'warning',
    path: WARM_UP,
    message: 'The warm-up counts as 0, since the scenario has events: auto looks for a state that stays as it is.',
    hint: 'Write a number of seconds, or leave it out.',
    fixes: changeValue(context, WARM_UP, 0),
  })
}

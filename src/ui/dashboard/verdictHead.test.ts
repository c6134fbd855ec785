import { expect, test } from 'vitest'
import { always, simulate, singleServer } from '../../../tests/fixtures/scenario'
import { cpu, io, spawn } from '../../../tests/fixtures/timeline'
import { RUN_LIMITS } from '../../scenario/size/limits'
import { verdictHead } from './verdictHead'

const limits = { ...RUN_LIMITS, inFlight: 5_000 }
/** A thousand requests per second, and one every ten seconds. */
const rush = { rpm: 6000, horizon: 30 }
const calm = { users: always(1), rpm: 6, horizon: 60 }

test.each([
  ['held', [cpu(2)], rush, 'First saturated: srv CPU, since 0 s'],
  ['unstable', [spawn(1e9)], rush, 'Unstable, though nothing saturated'],
  ['healthy', [cpu(0.1)], rush, 'Nothing saturated'],
  ['unjudged', [io(1e9)], calm, 'Nothing to judge'],
] as const)('a run that is %s', (kind, steps, parts, words) => {
  expect(verdictHead(simulate(singleServer(steps, parts), { limits }))).toEqual({ kind, words })
})

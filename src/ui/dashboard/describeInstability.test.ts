import { expect, it } from 'vitest'
import { describeInstability } from './describeInstability'

it('an unstable run is told by where most requests were, and by what the verdict names if that is another place', () => {
  const instability = { inFlight: 900, component: 'web-1', resource: 'cpu', waiting: 500, since: 12 } as const
  const described = (component: string) =>
    describeInstability(instability, 90, { component, resource: 'cpu', sinceSeconds: 10 })
  const found = 'The run ended at 90 s with 900 requests in the system: 500 of them wait for a core of "web-1".'
  expect(described('web-1')).toMatch(found)
  expect(described('web-1')).not.toContain('held back')
  expect(described('web-2')).toMatch(found)
  expect(described('web-2')).toContain('The run was held back first by the CPU of web-2. More cores')
})

import { expect, it } from 'vitest'
import { noLatencyText } from './latencyFigures'

it('says of what time there is no latency, where requests completed at others', () => {
  expect(noLatencyText()).toBe('No request has completed, so there is no latency to show.')
  expect(noLatencyText(77)).toBe('No request has completed after the warm-up, so there is no latency to show.')
  expect(noLatencyText(77, 'in the selected part')).toContain('completed in the selected part, so')
})

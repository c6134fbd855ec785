import { describe, expect, it } from 'vitest'
import type { KeptRun } from '../../store/keptRun'
import { endText, roomText, whenText } from './runWords'

describe('the words of the list of runs', () => {
  it('tell the time of today, and the day before that', () => {
    const now = new Date(2026, 10, 22, 16, 0).getTime()
    expect(whenText(new Date(2026, 10, 22, 14, 32, 7).getTime(), now)).toBe('14:32:07')
    expect(whenText(new Date(2026, 10, 20, 9, 5).getTime(), now)).toBe('20 Nov, 09:05')
  })

  it('tell how a run ended only where it was not as planned', () => {
    const run = (end: KeptRun['end']) => ({ end, simulatedSeconds: 90 }) as KeptRun
    expect(endText(run('horizon'))).toBeUndefined()
    expect(endText(run('cancelled'))).toBe('cancelled at 90 s')
    expect(endText(run('unstable'))).toBe('unstable at 90 s')
  })

  it('tell room in a unit that suits it', () => {
    expect(roomText(100)).toBe('1 KB')
    expect(roomText(850 * 1024)).toBe('850 KB')
    expect(roomText(512 * 2 ** 20)).toBe('512 MB')
  })
})

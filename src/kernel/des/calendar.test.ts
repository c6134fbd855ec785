import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Calendar } from './calendar'

interface Entry {
  time: number
  priority: number
  sequence: number
}

const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ time: fc.integer({ min: 0, max: 9 }), priority: fc.integer({ min: 0, max: 6 }) }),
  },
  { weight: 2, arbitrary: fc.constant('take' as const) },
)

test('events leave by time, then priority, then in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 1200, size: 'max' }), (commands) => {
      const calendar = new Calendar()
      const model: Entry[] = []
      let sequence = 0
      for (const entry of commands) {
        if (entry !== 'take') {
          calendar.schedule(entry.time, entry.priority, sequence, sequence)
          model.push({ ...entry, sequence: sequence++ })
          continue
        }
        model.sort((a, b) => a.time - b.time || a.priority - b.priority || a.sequence - b.sequence)
        const expected = model.shift()
        expect(calendar.nextTime()).toBe(expected?.time ?? Number.POSITIVE_INFINITY)
        if (!expected) continue
        expect(calendar.take()).toBe(expected.sequence)
        expect(calendar.takenSlot).toBe(expected.sequence)
        expect(calendar.size).toBe(model.length)
      }
    }),
    { seed: 20261122, numRuns: 40 },
  )
})

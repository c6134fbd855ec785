import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replay } from './replay'
import type { Tape } from './tape'

const folder = new URL('./tapes/', import.meta.url)
const tapes = readdirSync(folder).map((file) => ({
  file,
  tape: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Tape,
}))

test.each(tapes)('fed the draws of $file, the kernel gives the recorded requests and samples', ({ tape }) => {
  expect(tape.completed_ids.length).toBeGreaterThan(100)
  expect(replay(tape)).toEqual([])
})

test('a recording that is off by two nanoseconds, or by one sample, is noticed', () => {
  const { tape } = tapes[0]!
  const late = structuredClone(tape) as { rqs_clock: [number, number][] } & Tape
  late.rqs_clock[100]![1] += 2e-9
  expect(replay(late)).toHaveLength(1)
  const loud = structuredClone(tape) as { sampled: Record<string, Record<string, number[]>> } & Tape
  loud.sampled.event_loop_io_sleep!.s1![500]! += 1
  expect(replay(loud)).toHaveLength(1)
})

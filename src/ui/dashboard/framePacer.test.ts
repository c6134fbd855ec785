import { expect, it } from 'vitest'
import { FramePacer } from './framePacer'

function pacerByHand() {
  const frames: (() => void)[] = []
  const pacer = new FramePacer((callback) => frames.push(callback))
  return { pacer, nextFrame: () => frames.shift()?.() }
}

it('does one job per frame, in the order of the owners', () => {
  const { pacer, nextFrame } = pacerByHand()
  const done: string[] = []
  const [first, second] = [{}, {}]
  pacer.schedule(first, () => done.push('first'))
  pacer.schedule(second, () => done.push('second'))
  nextFrame()
  expect(done).toEqual(['first'])
  nextFrame()
  nextFrame()
  expect(done).toEqual(['first', 'second'])
})

it('replaces the waiting job of an owner without costing it its turn', () => {
  const { pacer, nextFrame } = pacerByHand()
  const done: string[] = []
  const [first, second] = [{}, {}]
  pacer.schedule(first, () => done.push('old'))
  pacer.schedule(second, () => done.push('second'))
  pacer.schedule(first, () => done.push('new'))
  nextFrame()
  nextFrame()
  expect(done).toEqual(['new', 'second'])
})

it('forgets a cancelled job and goes on with the others', () => {
  const { pacer, nextFrame } = pacerByHand()
  const done: string[] = []
  const [first, second] = [{}, {}]
  pacer.schedule(first, () => done.push('first'))
  pacer.schedule(second, () => done.push('second'))
  pacer.cancel(first)
  nextFrame()
  expect(done).toEqual(['second'])
})

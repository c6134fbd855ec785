import { expect, it } from 'vitest'
import { FramePacer } from './framePacer'

/** A pacer whose frames and rests come when the test says so; every job takes `jobMs`. */
function pacerByHand(jobMs = 0) {
  const frames: (() => void)[] = []
  const rests: { readonly end: () => void; readonly ms: number }[] = []
  let now = 0
  const pacer = new FramePacer({
    now: () => now,
    requestFrame: (callback) => frames.push(callback),
    wait: (callback, ms) => rests.push({ end: callback, ms }),
  })
  const nextFrame = () => {
    frames.shift()?.()
    const rest = rests.shift()
    rest?.end()
    return rest?.ms
  }
  const work = () => {
    now += jobMs
  }
  return { pacer, nextFrame, work }
}

it('rests for as long as a job took before it does the next', () => {
  const { pacer, nextFrame, work } = pacerByHand(80)
  pacer.schedule({}, work)
  expect(nextFrame()).toBe(80)
  expect(nextFrame()).toBeUndefined()
})

it('takes up work again after it had none', () => {
  const { pacer, nextFrame } = pacerByHand()
  const done: string[] = []
  pacer.schedule({}, () => done.push('first'))
  nextFrame()
  pacer.schedule({}, () => done.push('second'))
  nextFrame()
  expect(done).toEqual(['first', 'second'])
})

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

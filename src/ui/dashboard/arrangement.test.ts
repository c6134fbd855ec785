import { expect, it } from 'vitest'
import { chartsOn, withMoved } from './arrangement'

it('a dashboard shows the charts that were chosen, or else those it comes with, and none twice', () => {
  expect(chartsOn('overview', undefined, ['a', 'b'])).toEqual(['a', 'b'])
  expect(chartsOn('overview', { latency: ['c'] }, ['a', 'b'])).toEqual(['a', 'b'])
  expect(chartsOn('overview', { overview: [] }, ['a', 'b'])).toEqual([])
  expect(chartsOn('overview', { overview: ['b', 'a', 'b'] }, [])).toEqual(['b', 'a'])
  expect(chartsOn('constructor', {}, ['a'])).toEqual(['a'])
})

it('a chart moves by places, and no further than the end', () => {
  expect(withMoved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(withMoved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(withMoved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(withMoved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(withMoved(['a'], 'x', 1)).toEqual(['a'])
})

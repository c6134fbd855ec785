import { describe, expect, it } from 'vitest'
import { shareAdvice } from './shareAdvice'

describe('the advice on a link', () => {
  it('gets stricter with the length', () => {
    const severities = [2000, 2001, 8001, 32_001, 70_000].map((length) => shareAdvice(length).severity)
    expect(severities).toEqual(['fine', 'long', 'long', 'too-long', 'too-long'])
  })

  it('points to a file from 8000 characters on', () => {
    expect(shareAdvice(8000).text).not.toContain('file')
    for (const length of [8001, 32_001, 70_000]) expect(shareAdvice(length).text).toContain('file')
  })
})

import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../scenario/diagnostic'
import { countProblems, neighbouringProblem, problemsOf } from './problems'

function diagnosticAt(start: number, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  return { code: 'test', severity, range: { start, end: start + 1 }, path: [], message: `at ${start}` }
}

describe('problemsOf', () => {
  it('gives lines and columns as people count, in UTF-16 units', () => {
    const text = 'a: 🙂 x\r\nb: y\r\n'
    const [problem] = problemsOf({ text, diagnostics: [diagnosticAt(text.indexOf('y'))] })
    expect(problem?.start).toEqual({ line: 2, column: 4 })
    const [sameLine] = problemsOf({ text, diagnostics: [diagnosticAt(text.indexOf('x'))] })
    expect(sameLine?.start).toEqual({ line: 1, column: 7 })
  })
})

describe('neighbouringProblem', () => {
  const problems = problemsOf({ text: 'a'.repeat(30), diagnostics: [diagnosticAt(5), diagnosticAt(15)] })

  it('goes on from the caret and round at either end', () => {
    const starts = (caret: number) =>
      (['next', 'previous'] as const).map((way) => neighbouringProblem(problems, caret, way)?.range.start)
    expect(starts(0)).toEqual([5, 15])
    expect(starts(5)).toEqual([15, 15])
    expect(starts(15)).toEqual([5, 5])
  })

  it('finds nothing where nothing is wrong', () => {
    expect(neighbouringProblem([], 0, 'next')).toBeUndefined()
  })
})

describe('countProblems', () => {
  it('counts errors and warnings in words', () => {
    const warning = diagnosticAt(1, 'warning')
    expect(countProblems([])).toBe('No problems')
    expect(countProblems([diagnosticAt(1), warning, warning])).toBe('1 error, 2 warnings')
    expect(countProblems([diagnosticAt(1), diagnosticAt(2)])).toBe('2 errors')
  })
})

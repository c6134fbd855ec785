import { describe, expect, it } from 'vitest'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { sanityLine, sanityRows } from './sanityRows'

const { sanity } = syntheticRun()

describe('the sanity check', () => {
  it('sets Little’s law out in its parts, which add up to what was seen', () => {
    expect(sanityRows(sanity)[0]).toEqual({
      what: 'Requests in the system, Little’s law',
      theory: '0.05',
      simulated: '0.05',
      verdict: 'holds',
      note: 'λW 0.03 + lost requests 0.01 + in flight, end less beginning, 0.01',
    })
  })

  it('leaves no part out when more requests were in flight at the end of the warm-up than at that of the run', () => {
    const littlesLaw = { inSystem: 0.05, product: 0.06, lost: 0, unfinished: -0.01 }
    expect(sanityRows({ ...sanity, littlesLaw })[0]).toMatchObject({
      theory: '0.05',
      verdict: 'holds',
      note: 'λW 0.06 + in flight, end less beginning, -0.01',
    })
  })

  it('says so if the books do not balance', () => {
    const wrong = { ...sanity, littlesLaw: { ...sanity.littlesLaw, inSystem: 0.051 } }
    expect(sanityRows(wrong)[0]).toMatchObject({ verdict: 'broken' })
  })

  it('says which formulas apply, and why others only nearly', () => {
    const [, , , applies, approximate] = sanityRows(sanity)
    expect(applies).toMatchObject({ theory: '10 ms', simulated: '11 ms', verdict: 'applies', note: '' })
    expect(approximate).toMatchObject({ theory: '2', simulated: '1.9', verdict: 'approximate', note: 'a reason' })
  })

  it('lists the busiest resources first, and not hundreds of them', () => {
    const loads = Array.from({ length: 300 }, (_, i) => ({
      component: `s${i}`,
      resource: 'cpu' as const,
      offered: i / 100,
    }))
    const rows = sanityRows({ ...sanity, loads, closedForms: [] })
    expect(rows.length).toBeLessThan(20)
    expect(rows[1]).toMatchObject({ what: 'Offered load ρ, s299 cores', simulated: '2.99', verdict: 'overloaded' })
  })

  it('fits into one line', () => {
    expect(sanityLine(sanity)).toBe(
      'L 0.05, λW 0.03 · highest load ρ 0.75 (srv-1 cores) · M/D/1 10 ms, simulated 11 ms (applies)',
    )
    expect(sanityLine({ ...sanity, loads: [], closedForms: [] })).toBe('L 0.05, λW 0.03')
  })
})

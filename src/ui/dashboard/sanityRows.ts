import { formatNumber, formatSeconds } from '../../base/format'
import type { ClosedForm, LittlesLaw, OfferedLoad, Sanity } from '../../engine/sanityResult'

/** One line of the check: what theory says, what the run says, and how far to trust the comparison. */
export interface SanityRow {
  readonly what: string
  /** Empty where there is nothing to compare with. */
  readonly theory: string
  readonly simulated: string
  readonly verdict: 'holds' | 'broken' | 'keeps up' | 'overloaded' | 'applies' | 'approximate'
  /** Why, or what the figures are made of; may be empty. */
  readonly note: string
}

/** The busiest resources and the first closed forms; a hundred servers would bury the rest. */
const MOST_ROWS = 12

export function sanityRows({ littlesLaw, loads, closedForms }: Sanity): SanityRow[] {
  const busiest = loads.toSorted((a, b) => b.offered - a.offered).slice(0, MOST_ROWS)
  return [littleRow(littlesLaw), ...busiest.map(loadRow), ...closedForms.slice(0, MOST_ROWS).map(closedFormRow)]
}

/** The same in a few words, for the line that is always there. */
export function sanityLine({ littlesLaw, loads, closedForms }: Sanity): string {
  const [busiest] = loads.toSorted((a, b) => b.offered - a.offered)
  const form = closedForms.find(({ reasons }) => reasons.length === 0) ?? closedForms[0]
  return [
    `L ${formatNumber(littlesLaw.inSystem)}, λW ${formatNumber(littlesLaw.product)}`,
    ...(busiest ? [`highest load ρ ${formatNumber(busiest.offered)} (${nameOf(busiest)})`] : []),
    ...(form
      ? [`${form.model} ${textOf(form, form.theory)}, simulated ${textOf(form, form.simulated)} (${verdictOf(form)})`]
      : []),
  ].join(' · ')
}

/** What sums of millions of terms may differ by. */
const ROUNDING = 1e-6

function littleRow({ inSystem, product, lost, unfinished }: LittlesLaw): SanityRow {
  const expected = product + lost + unfinished
  const parts = [
    `λW ${formatNumber(product)}`,
    ...(lost > 0 ? [`lost requests ${formatNumber(lost)}`] : []),
    ...(unfinished === 0 ? [] : [`in flight, end less beginning, ${formatNumber(unfinished)}`]),
  ]
  return {
    what: 'Requests in the system, Little’s law',
    theory: formatNumber(expected, 4),
    simulated: formatNumber(inSystem, 4),
    verdict: Math.abs(expected - inSystem) <= ROUNDING * (1 + inSystem) ? 'holds' : 'broken',
    note: parts.join(' + '),
  }
}

function loadRow(load: OfferedLoad): SanityRow {
  return {
    what: `Offered load ρ, ${nameOf(load)}`,
    theory: '',
    simulated: formatNumber(load.offered),
    verdict: load.offered < 1 ? 'keeps up' : 'overloaded',
    note: load.used === undefined ? '' : `${formatNumber(100 * load.used)} % in use on average, waits included`,
  }
}

function closedFormRow(form: ClosedForm): SanityRow {
  const what = form.quantity === 'core_wait' ? 'Mean wait for a core' : 'Mean number asleep'
  return {
    what: `${what}, ${form.component}, ${form.model}`,
    theory: textOf(form, form.theory),
    simulated: textOf(form, form.simulated),
    verdict: verdictOf(form),
    note: form.reasons.join('; '),
  }
}

function verdictOf({ reasons }: ClosedForm) {
  return reasons.length === 0 ? 'applies' : 'approximate'
}

function textOf({ quantity }: ClosedForm, value: number): string {
  return quantity === 'core_wait' ? formatSeconds(value) : formatNumber(value)
}

const RESOURCES = { cpu: 'cores', ram: 'memory', db_pool: 'DB connections' } as const

function nameOf({ component, resource }: OfferedLoad): string {
  return `${component} ${RESOURCES[resource]}`
}

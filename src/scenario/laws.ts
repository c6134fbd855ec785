import { distributionOf, quantilePoints } from '../catalog/random-variables/model'
import type { ComponentSpec, DurationSpec, LawName, RandomVariableSpec } from '../catalog/specs'
import { meanOf } from './durations'
import type { Plain } from './edit/render'
import { schema } from './generated/schema'
import { type JsonSchema, propertyOf } from './jsonSchema'
import { normalize } from './normalize'
import { isFreeKey, spellingOf, spellingsOf } from './spellings'

/** A law as an edit writes it. */
export type PlainLaw = { readonly [key: string]: Plain }

/** Every law's schema by its name, in the order in which laws are offered. */
const lawSchemas: ReadonlyMap<string, JsonSchema> = new Map(
  (schema.properties?.topology_graph?.properties?.edges?.items?.properties?.latency?.oneOf ?? []).map((law) => [
    propertyOf(law, 'distribution')?.enum?.[0] ?? '',
    law,
  ]),
)

/** The names of all laws, in the order in which they are offered. */
export const lawNames = [...lawSchemas.keys()] as readonly LawName[]

/** What the language says of a law. */
export function lawSchema(name: LawName): JsonSchema {
  return lawSchemas.get(name) ?? {}
}

/** The set of parameters by which a valid law is given. */
export function writtenSpelling(spec: RandomVariableSpec): readonly string[] {
  return spellingOf(lawSchema(spec.distribution), Object.keys(spec)) ?? []
}

/** A law of this name with the given mean [s], in the first of its spellings. */
export function lawOfMean(name: LawName, mean: number): PlainLaw {
  const law = lawSchema(name)
  const examples = Object.fromEntries(
    (spellingsOf(law)[0] ?? []).map((key) => [key, propertyOf(law, key)?.examples?.[0] as Plain]),
  )
  const factor = mean / meanOf({ distribution: name, ...examples } as RandomVariableSpec)
  const scaled = Object.entries(examples).map(([key, value]) => [
    key,
    key === 'mean' ? mean : stretched(value, key, factor),
  ])
  return { distribution: name, ...Object.fromEntries(scaled) }
}

/** Parameters that are no times; all others grow with the values. */
const TIMELESS: ReadonlySet<string> = new Set(['cv', 'k', 'shape', 'alpha', 'weight', 'weights', 'distribution'])

function stretched(value: Plain, key: string, factor: number): Plain {
  if (TIMELESS.has(key)) return value
  if (typeof value === 'number') return rounded(value * factor)
  if (Array.isArray(value)) return value.map((item: Plain) => stretched(item, key, factor))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([inner, member]) => [inner, stretched(member, inner, factor)]))
}

/** The mean that a duration hands on to the law that takes its place [s]; the median where there is no mean. */
export function meanToKeep(duration: DurationSpec): number {
  const mean = meanOf(duration)
  return rounded(Number.isFinite(mean) ? mean : distributionOf(duration).quantile(0.5))
}

/**
 * The same law, as nearly as three digits go, given by other parameters. What is no parameter of the law stays.
 * Undefined where the law has none of them: some have no finite mean.
 */
export function respelled(spec: RandomVariableSpec | ComponentSpec, spelling: readonly string[]): PlainLaw | undefined {
  const law = lawSchema(spec.distribution)
  const parameters = new Set(spellingsOf(law).flat())
  const written = Object.entries(normalize(spec) as PlainLaw)
  const kept = written.filter(([key]) => spelling.includes(key) || !(parameters.has(key) || isFreeKey(law, key)))
  const read = readings(spec)
  const added = spelling
    .filter((key) => !kept.some(([name]) => name === key))
    .map((key) => [key, read[key]?.() ?? null] as const)
  if (added.some(([, value]) => typeof value === 'number' && !Number.isFinite(value))) return undefined
  return { ...Object.fromEntries(kept), ...Object.fromEntries(added) }
}

/** Probabilities next to 0 and 1, where the quantile of a law is its end. */
const [FIRST, LAST] = [1e-12, 1 - 1e-12]
/** P(X ≤ 1) of the standard normal law: one deviation above the median. */
const ONE_DEVIATION = 0.8413447460685429

/** Every parameter as it can be read off a law of the same kind. */
function readings(spec: RandomVariableSpec): Readonly<Record<string, () => Plain>> {
  const { shift: _shift, min: _min, max, ...bare } = spec
  const law = distributionOf(
    spec.distribution === 'pareto' && max !== undefined ? ({ ...bare, max } as typeof spec) : bare,
  )
  // A normal law is cut off at 0, which moves its mean, but not the one that is written.
  const mean = spec.distribution === 'normal' ? spec.mean : law.mean
  const at = (u: number) => rounded(law.quantile(u))
  const deviation = () => deviationOf(spec, law)
  const cv = () => deviation() / mean
  const logDeviation = () => Math.log(law.quantile(ONE_DEVIATION) / law.quantile(0.5))
  return {
    mean: () => rounded(mean),
    std: () => rounded(deviation()),
    variance: () => rounded(deviation() ** 2),
    cv: () => rounded(cv()),
    p50: () => at(0.5),
    p99: () => at(0.99),
    low: () => at(FIRST),
    high: () => at(LAST),
    minimum: () => at(FIRST),
    mu: () => rounded(Math.log(law.quantile(0.5))),
    sigma: () => rounded(logDeviation()),
    shape: () => rounded(1 / cv() ** 2),
    scale: () => rounded(mean * cv() ** 2),
    means: () => balanced(cv()).map((weight) => rounded(mean / (2 * weight))),
    weights: () => balanced(cv()).map((weight) => rounded(weight)),
    samples: () => Array.from({ length: 10 }, (_, i) => at((i + 0.5) / 10)),
    quantiles: () => ({ p0: at(FIRST), p50: at(0.5), p90: at(0.9), p99: at(0.99), p100: at(LAST) }),
  }
}

/** Standard deviation of a law that can be given by its mean and a measure of spread, without shift and bounds [s]. */
function deviationOf(spec: RandomVariableSpec, law: ReturnType<typeof distributionOf>): number {
  const { mean } = law
  switch (spec.distribution) {
    case 'normal':
      return spread(spec, spec.mean)
    case 'log_normal': {
      if (spec.mean !== undefined) return spread(spec, spec.mean)
      const points = quantilePoints(spec)
      if (points.length === 0) return mean * Math.sqrt(Math.expm1((spec.sigma ?? 0) ** 2))
      return mean * Math.sqrt(Math.expm1(Math.log(law.quantile(ONE_DEVIATION) / law.quantile(0.5)) ** 2))
    }
    case 'gamma':
      return mean * (spec.cv ?? 1 / Math.sqrt(spec.shape ?? 1))
    case 'uniform':
      return (law.quantile(LAST) - law.quantile(FIRST)) / Math.sqrt(12)
    case 'hyperexponential': {
      if (spec.cv !== undefined) return mean * spec.cv
      const { means = [], weights = [] } = spec
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const square = means.reduce((sum, each, index) => sum + (2 * each * each * (weights[index] ?? 0)) / total, 0)
      return Math.sqrt(square - mean * mean)
    }
    default:
      return mean
  }
}

interface Spread {
  readonly std?: number | undefined
  readonly variance?: number | null | undefined
  readonly cv?: number | undefined
}

function spread({ std, variance, cv }: Spread, mean: number): number {
  return std ?? (cv === undefined ? Math.sqrt(variance ?? mean) : cv * mean)
}

/** Weights of the two branches of a hyperexponential law with balanced means. */
function balanced(cv: number): readonly [number, number] {
  const square = cv * cv
  const heavy = (1 + Math.sqrt((square - 1) / (square + 1))) / 2
  return [heavy, 1 - heavy]
}

const rounded = (value: number) => Number(value.toPrecision(4))

import { formatCount } from '../../base/format'
import type { RequestChoice, RequestKind } from '../../engine/requestChoice'

/** Kinds of requests that are followed. */
export type RequestKindName = Exclude<keyof RequestChoice, 'wanted'>

export const requestKinds = [
  { value: 'slowest', label: 'Slowest' },
  { value: 'failed', label: 'Failed' },
  { value: 'sampled', label: 'Sampled' },
] as const satisfies readonly { readonly value: RequestKindName; readonly label: string }[]

/** Which requests of the kind are listed, and why not all. */
export function kindWords(kind: RequestKindName, { places, of }: RequestKind): string {
  const [listed, all] = [formatCount(places.length), formatCount(of)]
  if (of === 0) return kind === 'sampled' ? 'None fell into the sample.' : 'None in this run.'
  switch (kind) {
    case 'slowest':
      return `The slowest of ${all} that were answered.`
    case 'failed':
      return places.length === of ? 'All that failed.' : `The first ${listed} of ${all} that failed.`
    case 'sampled':
      return places.length === of
        ? 'Chosen by number, whatever they did.'
        : `${listed} of ${all}, chosen by number: more would be too much to keep.`
  }
}

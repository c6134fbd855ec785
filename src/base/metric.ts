/**
 * What a chart, a table and a file must know about a measured quantity to name it and its unit.
 * A gauge has a value at every instant; a counter counts what happened in each second.
 */
export interface Metric<Id extends string = string> {
  /** Name in results, files and scenarios. */
  readonly id: Id
  /** Name for people, in sentence case. */
  readonly caption: string
  /** One sentence: what is measured. */
  readonly description: string
  readonly unit: 'requests' | 'requests/s' | 'MB' | 'cores' | 'connections' | '0…1'
  readonly kind: 'gauge' | 'counter'
}

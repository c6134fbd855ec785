/** A test of this repository that notices a kind of fault; none of them compares with stored results of earlier runs. */
export interface Killer {
  /** What it does, for people. */
  readonly title: string
  readonly file: string
  /** The titles of its tests that are run; all of the file by default. */
  readonly tests?: RegExp
  /** Share of the random repetitions that `npm test` does; see `tests/fixtures/effort.ts`. Default 0.03. */
  readonly effort?: number
}

/** The tests that have to bite, by a short name. */
export const killers = {
  audit: {
    title: 'audit of every event in random scenarios',
    file: 'tests/invariants/invariants.test.ts',
    tests: /no promise of the kernel is broken/,
  },
  reference: {
    title: 'second kernel, the same events at the same times',
    file: 'tests/reference/reference.test.ts',
    tests: /the same things happen/,
  },
  instants: {
    title: 'second kernel, much at one instant',
    file: 'tests/reference/reference.test.ts',
    tests: /who comes first/,
    effort: 0.1,
  },
  tapes: { title: 'recorded runs of AsyncFlow', file: 'tests/conformance/tapes.test.ts' },
  mm1: {
    title: 'theory of M/M/1',
    file: 'tests/theory/markovian.test.ts',
    tests: /^'?M\/M\/1, 50 % busy/,
    effort: 0.5,
  },
  oracle: {
    title: 'figures recomputed from the request log',
    file: 'tests/oracle/figures.test.ts',
    tests: /request logs|sixteenths/,
  },
  drained: {
    title: 'a hundred thousand requests, and then none',
    file: 'tests/oracle/figures.test.ts',
    tests: /none is left behind/,
  },
  timelines: { title: 'drawn timelines of a server', file: 'src/catalog/nodes/server/model.test.ts' },
  spikes: { title: 'latencies during spikes', file: 'src/engine/run.test.ts', tests: /a spike lengthens/ },
  calendar: { title: 'calendar beside a sorted list', file: 'src/kernel/des/calendar.test.ts' },
  waiting: { title: 'queues beside plain lists', file: 'src/kernel/des/waiting.test.ts' },
  clock: {
    title: 'order of events and ticks',
    file: 'src/kernel/des/simulation.test.ts',
    tests: /events happen in order|clock ticks/,
  },
  gauges: { title: 'integral, maximum and samples of a gauge', file: 'src/kernel/network/gauges.test.ts' },
  generator: {
    title: 'published vectors of the generator',
    file: 'src/kernel/random/threefry.test.ts',
    tests: /published/,
  },
  streams: { title: 'no variate is drawn twice', file: 'src/kernel/random/streamedDraws.test.ts' },
  endpoints: {
    title: 'χ² of a million choices of an endpoint',
    file: 'tests/samplers/streams.test.ts',
    tests: /endpoints is chosen equally often/,
  },
  quantiles: {
    title: 'quantiles of the laws beside 50-digit tables',
    file: 'tests/samplers/quantiles.test.ts',
    tests: /exponential/,
  },
  parameters: { title: 'laws from their parameters', file: 'src/catalog/random-variables/model.test.ts' },
  sums: { title: 'quantiles and sums of known lists', file: 'src/stats/quantiles.test.ts' },
  series: { title: 'series with a spike', file: 'src/stats/decimatingSeries.test.ts', tests: /neither a spike/ },
  cells: { title: 'quantiles of a histogram', file: 'src/stats/logLinearHistogram.test.ts' },
  bins: { title: 'bins of latencies', file: 'src/engine/latencyBins.test.ts' },
  intervals: { title: 'tables of Student’s t', file: 'src/stats/meanInterval.test.ts' },
  formulas: {
    title: 'published figures of queueing theory',
    file: 'src/stats/queueing/queueing.test.ts',
    tests: /^(Erlang’s formulas|M\/M\/c|M\/G\/1)/,
  },
} satisfies Record<string, Killer>

export type KillerName = keyof typeof killers

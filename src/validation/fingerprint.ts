import { Run, type RunOptions } from '../engine/run'
import type { RunResult, TimeSeries } from '../engine/runResult'
import { type StationName, stationsOf } from '../engine/stations'
import type { EventObserver } from '../kernel/des/simulation'
import type { Network } from '../kernel/network/network'
import { Hash64 } from './hash64'

/**
 * What a run was, in four hashes of 16 hexadecimal digits. Two runs with equal fingerprints were the same,
 * event by event and bit by bit; where they differ, the first hash that does tells what moved.
 */
export interface Fingerprint {
  /** What happened, to whom and in which order: component, signal and request of every event. */
  readonly order: string
  /** The same with all bits of every event's time. */
  readonly trace: string
  /** All bits of all time series. */
  readonly series: string
  /** The figures of the run, as text. */
  readonly outputs: string
}

/** A run and its fingerprint. */
export interface FingerprintedRun {
  readonly fingerprint: Fingerprint
  readonly result: RunResult
}

/**
 * Runs a scenario to its end and takes its fingerprint.
 * @param eventsPerSlice after how many events the run is interrupted; nothing depends on it
 */
export function runWithFingerprint(
  options: Pick<RunOptions, 'scenario' | 'seed' | 'draws'>,
  eventsPerSlice = 100_000,
): FingerprintedRun {
  const run = new Run({ ...options, scenarioName: '', appVersion: '' })
  const events = new EventHashes(run.network, stationsOf(options.scenario))
  run.network.simulation.observe(events)
  run.toEnd(eventsPerSlice)
  const result = run.finish(0)
  const { order, trace } = events
  const fingerprint = {
    order: order.hex,
    trace: trace.hex,
    series: hashOfSeries(result.series),
    outputs: hashOfFigures(result),
  }
  return { fingerprint, result }
}

/** Hashes every event as it happens. */
export class EventHashes implements EventObserver {
  readonly order = new Hash64()
  readonly trace = new Hash64()
  /** Hashes of the stations' names, by address. */
  private readonly ids: Int32Array

  constructor(
    private readonly network: Network,
    private readonly stations: readonly StationName[],
  ) {
    this.ids = Int32Array.from(stations, ({ kind, id }) => shortHash(`${kind} ${id}`.trim()))
  }

  before(station: number, signal: number, slot: number): void {
    const { ordinal } = this.network.requests
    // A background task may outlive its request: then it tells of the one that has the slot by now.
    const { kind } = this.stations[station]!
    const subject = kind === 'edge' || kind === 'server' ? ordinal[slot]! : slot
    this.add(this.order, station, signal, subject)
    this.add(this.trace, station, signal, subject)
    this.trace.double(this.network.simulation.now)
  }

  after(): void {}

  private add(hash: Hash64, station: number, signal: number, subject: number): void {
    hash.word(this.ids[station]!)
    hash.word(signal)
    hash.word(subject)
  }
}

function shortHash(text: string): number {
  const hash = new Hash64()
  hash.text(text)
  return Number.parseInt(hash.hex.slice(0, 8), 16)
}

/** Hash of all columns of all time series, with what each is of. */
export function hashOfSeries(series: readonly TimeSeries[]): string {
  const hash = new Hash64()
  for (const { metric, component, samplesPerPoint, time, min, max, mean } of series) {
    hash.text(metric)
    hash.text(component)
    hash.word(samplesPerPoint)
    for (const column of [time, min, max, mean]) {
      hash.word(column.length)
      for (const value of column) hash.double(value)
    }
  }
  return hash.hex
}

/** Hash of the figures of a run, written as text; neither the wall clock nor the version is among them. */
export function hashOfFigures({ identity, simulatedSeconds, summary }: RunResult): string {
  const { scenarioHash, seed, replication } = identity
  const hash = new Hash64()
  hash.text(JSON.stringify({ scenarioHash, seed, replication, simulatedSeconds, ...summary }))
  return hash.hex
}

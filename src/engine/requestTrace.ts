import type { EventObserver } from '../kernel/des/simulation'
import { Phase } from '../kernel/network/phase'
import { RANKS, samplingRank } from './headSampling'
import { phaseNames } from './phaseTimes'
import { Run, type RunOptions } from './run'
import type { RequestTrace, Span } from './spanColumns'
import { type StationName, stationsOf } from './stations'

/** A request to follow: its number, and when it ended [s]. */
export interface Followed {
  readonly id: number
  readonly finish: number
  /** Whether it is only one of a sample, which may get smaller; default false. */
  readonly dispensable?: boolean
}

/** Spans of a run that are kept; of larger samples only a part is followed. Each takes about 120 bytes. */
const MOST_SPANS = 200_000

/**
 * Follows single requests of a run that has ended: by running it again, up to the end of the last of them. So runs pay
 * nothing for traces, and any request can be asked for afterwards, the slowest included. In the order of `followed`.
 * Whenever there are more than `mostSpans` spans, every second request of the sample is let go.
 * @throws Error when the run does not come out as before: it was made by another version
 */
export function traceRequests(
  options: RunOptions,
  followed: readonly Followed[],
  mostSpans = MOST_SPANS,
): RequestTrace[] {
  const run = new Run(options)
  const tracer = new Tracer(run, stationsOf(options.scenario), followed, mostSpans)
  run.network.simulation.observe(tracer)
  while (!tracer.isDone && run.advance(EVENTS_PER_SLICE)) {
    // All is seen by the tracer.
  }
  if (!tracer.isDone) throw madeOtherwise()
  return followed.flatMap(({ id }) => {
    const spans = tracer.spansOf(id)
    return spans ? [{ id, spans }] : []
  })
}

const EVENTS_PER_SLICE = 10_000

function madeOtherwise(): Error {
  return new Error(
    'This run cannot be followed: it was made by another version of the simulator. Run its scenario again.',
  )
}

/** A followed request in the system. */
interface Traveller {
  readonly request: Followed
  readonly spans: Span[]
  /** What it does, since when as the kernel counts it, and from when on that is not told yet [s]. */
  phase: number
  entered: number
  since: number
}

class Tracer implements EventObserver {
  private readonly waiting: ReadonlyMap<number, Followed>
  private readonly bySlot = new Map<number, Traveller>()
  private readonly done = new Map<number, readonly Span[]>()
  private left: number
  private spanCount = 0
  /** Of the sample, requests from this rank on are let go. */
  private limit = RANKS
  private lastOrdinal = 0

  constructor(
    private readonly run: Run,
    private readonly stations: readonly StationName[],
    followed: readonly Followed[],
    private readonly mostSpans: number,
  ) {
    this.waiting = new Map(followed.map((one) => [one.id, one]))
    this.left = followed.length
  }

  get isDone(): boolean {
    return this.left === 0
  }

  /** Undefined for a request that was let go. */
  spansOf(id: number): readonly Span[] | undefined {
    return this.done.get(id)
  }

  before(): void {}

  after(station: number, _signal: number, slot: number): void {
    const { kind, id } = this.stations[station]!
    if (kind === 'workload') this.look()
    else if (kind === 'edge') this.passed(slot, id)
    else if (kind === 'server' && this.hasChanged(slot)) this.passed(slot, id)
  }

  /** A request may just have been generated: is it one to follow? */
  private look(): void {
    const { requests, simulation } = this.run.network
    if (requests.generated === this.lastOrdinal) return
    this.lastOrdinal = requests.generated
    const followed = this.waiting.get(requests.generated)
    if (followed === undefined) return
    // Lost on its very first edge, or not wanted any more.
    if (followed.finish === simulation.now || this.isLetGo(followed)) this.finish(followed, [])
    else
      this.bySlot.set(requests.ordinal.indexOf(followed.id), {
        request: followed,
        spans: [],
        phase: Phase.NETWORK,
        entered: simulation.now,
        since: simulation.now,
      })
  }

  /** The end of a background task happens to nobody: its slot may be somebody else's by now. */
  private hasChanged(slot: number): boolean {
    const traveller = this.bySlot.get(slot)
    const { requests } = this.run.network
    return (
      traveller !== undefined &&
      (requests.phase[slot] !== traveller.phase || requests.since[slot] !== traveller.entered)
    )
  }

  /** Something happened to the request in this slot: what it did until now, it did at this component. */
  private passed(slot: number, component: string): void {
    const traveller = this.bySlot.get(slot)
    if (traveller === undefined) return
    const { requests, simulation } = this.run.network
    const { now } = simulation
    const { request, spans, since } = traveller
    if (now > request.finish || requests.ordinal[slot] !== request.id) throw madeOtherwise()
    const phase = phaseNames[traveller.phase]!
    const last = spans.at(-1)
    if (last?.component === component && last.phase === phase) spans[spans.length - 1] = { ...last, to: now }
    else if (now > since) spans.push({ component, phase, from: since, to: now })
    traveller.since = now
    traveller.phase = requests.phase[slot]!
    traveller.entered = requests.since[slot]!
    if (now < request.finish) return
    this.bySlot.delete(slot)
    this.finish(request, spans)
  }

  private finish(request: Followed, spans: readonly Span[]): void {
    this.left--
    if (this.isLetGo(request)) return
    this.done.set(request.id, spans)
    this.spanCount += spans.length
    while (this.spanCount > this.mostSpans && this.limit >= 1) this.halveSample()
  }

  private halveSample(): void {
    this.limit /= 2
    for (const [id, spans] of this.done) {
      if (!this.isLetGo(this.waiting.get(id)!)) continue
      this.done.delete(id)
      this.spanCount -= spans.length
    }
  }

  private isLetGo({ id, dispensable }: Followed): boolean {
    return dispensable === true && samplingRank(id) >= this.limit
  }
}

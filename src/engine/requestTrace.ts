import type { EventObserver } from '../kernel/des/simulation'
import { Phase } from '../kernel/network/phase'
import { type PhaseName, phaseNames } from './phaseTimes'
import { Run, type RunOptions } from './run'
import { type StationName, stationsOf } from './stations'

/** What a request did for a while, and where. */
export interface Span {
  /** Id of the server or edge. */
  readonly component: string
  readonly phase: PhaseName
  /** [s] */
  readonly from: number
  readonly to: number
}

/** The course of one request. Its spans follow one another without gaps. */
export interface RequestTrace {
  /** Number of the request, counting generated ones from 1. */
  readonly id: number
  readonly spans: readonly Span[]
}

/** A request to follow: its number, and when it ended [s]. */
export interface Followed {
  readonly id: number
  readonly finish: number
}

/**
 * Follows single requests of a run that has ended: by running it again, up to the end of the last of them. So runs pay
 * nothing for traces, and any request can be asked for afterwards, the slowest included. In the order of `followed`.
 * @throws Error when the run does not come out as before: it was made by another version
 */
export function traceRequests(options: RunOptions, followed: readonly Followed[]): RequestTrace[] {
  const run = new Run(options)
  const tracer = new Tracer(run, stationsOf(options.scenario), followed)
  run.network.simulation.observe(tracer)
  while (!tracer.isDone && run.advance(EVENTS_PER_SLICE)) {
    // All is seen by the tracer.
  }
  if (!tracer.isDone) throw new Error('This run cannot be followed: it was made by another version of the simulator.')
  return followed.map(({ id }) => ({ id, spans: tracer.spansOf(id) }))
}

const EVENTS_PER_SLICE = 10_000

/** A followed request in the system. */
interface Traveller {
  readonly id: number
  readonly finish: number
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
  private lastOrdinal = 0

  constructor(
    private readonly run: Run,
    private readonly stations: readonly StationName[],
    followed: readonly Followed[],
  ) {
    this.waiting = new Map(followed.map((one) => [one.id, one]))
  }

  get isDone(): boolean {
    return this.done.size === this.waiting.size
  }

  spansOf(id: number): readonly Span[] {
    return this.done.get(id)!
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
    const { id, finish } = followed
    // Lost on its very first edge.
    if (finish === simulation.now) this.done.set(id, [])
    else
      this.bySlot.set(requests.ordinal.indexOf(id), {
        id,
        finish,
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
    const { spans, since } = traveller
    const phase = phaseNames[traveller.phase]!
    const last = spans.at(-1)
    if (last?.component === component && last.phase === phase) spans[spans.length - 1] = { ...last, to: now }
    else if (now > since) spans.push({ component, phase, from: since, to: now })
    traveller.since = now
    traveller.phase = requests.phase[slot]!
    traveller.entered = requests.since[slot]!
    if (now < traveller.finish) return
    this.done.set(traveller.id, spans)
    this.bySlot.delete(slot)
  }
}

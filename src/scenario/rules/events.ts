import type { InjectionSpec } from '../../catalog/specs'
import type { Diagnostic } from '../diagnostic'
import { scenarioEdits } from '../edit'
import type { Facts, Placed } from '../facts'
import { keyRangeOf } from '../locate'
import { nearest } from '../nearest'
import { subjectOf } from '../words'
import { entryAt } from '../yaml/tree'
import { changeValue, finding, type Rule, type RuleContext } from './rule'

type Injection = Placed<InjectionSpec>

export const eventKindsBelongTogether: Rule = function* (context) {
  for (const { spec, path } of context.facts.events) {
    const expected = spec.start.kind === 'server_down' ? 'server_up' : 'network_spike_end'
    if (spec.end.kind === expected) continue
    yield finding(context, {
      code: 'event-kinds-differ',
      path: [...path, 'end', 'kind'],
      message: `${subjectOf(context.root, path)} begins with ${spec.start.kind} and must have the kind ${expected} in end, not ${spec.end.kind}.`,
      hint: `Write ${expected}.`,
      fixes: changeValue(context, [...path, 'end', 'kind'], expected),
    })
  }
}

export const eventsEndAfterTheyStart: Rule = function* (context) {
  for (const { spec, path } of context.facts.events) {
    if (spec.start.t_start < spec.end.t_end) continue
    yield finding(context, {
      code: 'event-ends-before-start',
      path: [...path, 'end', 't_end'],
      message: `${subjectOf(context.root, path)} ends at ${spec.end.t_end} s, but starts at ${spec.start.t_start} s: the start must be smaller than the ending time.`,
      hint: `Write a time after ${spec.start.t_start} s.`,
    })
  }
}

export const spikesSayHowMuch: Rule = function* (context) {
  for (const { spec, path } of context.facts.events) {
    const isSpike = spec.start.kind === 'network_spike_start'
    const at = [...path, 'start', 'spike_s']
    if (isSpike && spec.start.spike_s === undefined)
      yield finding(context, {
        code: 'spike-without-latency',
        path: at,
        range: keyRangeOf(context.root, [...path, 'start']),
        message: `${subjectOf(context.root, path)} is a network spike: spike_s must be defined as a positive number of seconds.`,
        hint: 'spike_s is added to the latency of every request sent over the edge.',
        fixes: context.propose('Add spike_s: 0.1', (text) => scenarioEdits.setValue(text, at, 0.1)),
      })
    if (!isSpike && spec.start.spike_s !== undefined)
      yield finding(context, {
        code: 'outage-with-latency',
        path: at,
        range: entryAt(context.root, at)?.keyRange ?? keyRangeOf(context.root, at),
        message: `${subjectOf(context.root, path)} is a server outage: spike_s must be omitted.`,
        hint: 'Only network spikes add latency.',
        fixes: context.propose('Remove spike_s', (text) => scenarioEdits.removeAt(text, at)),
      })
  }
}

export const eventsStayWithinTheRun: Rule = function* (context) {
  const { events, horizon } = context.facts
  if (horizon === undefined) return
  for (const { spec, path } of events) {
    const times = [
      { at: [...path, 'start', 't_start'], verb: 'starts', time: spec.start.t_start, fixable: false },
      { at: [...path, 'end', 't_end'], verb: 'ends', time: spec.end.t_end, fixable: spec.start.t_start < horizon },
    ]
    for (const { at, verb, time, fixable } of times.filter((each) => each.time > horizon))
      yield finding(context, {
        code: 'event-after-end',
        path: at,
        message: `${subjectOf(context.root, path)} ${verb} at ${time} s, which exceeds the simulation horizon of ${horizon} s.`,
        hint: `Allowed: up to total_simulation_time, ${horizon} s.`,
        fixes: fixable ? changeValue(context, at, horizon) : [],
      })
  }
}

export const eventTargetsFit: Rule = function* (context) {
  for (const injection of context.facts.events) {
    const diagnostic = checkTarget(context, injection)
    if (diagnostic !== undefined) yield diagnostic
  }
}

function checkTarget(context: RuleContext, { spec, path }: Injection): Diagnostic | undefined {
  const { facts } = context
  const isOutage = spec.start.kind === 'server_down'
  const servers = new Set(facts.nodes.filter(({ kind }) => kind === 'server').map(({ id }) => id))
  const edges = new Set(facts.edges.flatMap(({ id }) => id ?? []))
  const isServer = servers.has(spec.target_id)
  const isEdge = edges.has(spec.target_id)
  const at = [...path, 'target_id']
  const fitting = isOutage ? servers : edges
  const meant = nearest(spec.target_id, fitting)
  const common = {
    path: at,
    hint:
      meant === undefined
        ? `${isOutage ? 'Servers' : 'Edges'}: ${[...fitting].join(', ')}.`
        : `Did you mean "${meant}"?`,
    fixes: meant === undefined ? [] : changeValue(context, at, meant),
  }
  const subject = subjectOf(context.root, path)
  if (!isServer && !isEdge)
    return facts.wiringKnown
      ? finding(context, {
          ...common,
          code: 'unknown-event-target',
          message: `${subject} targets "${spec.target_id}", which does not exist among servers and edges.`,
        })
      : undefined
  if (isOutage && isServer && isEdge)
    return finding(context, {
      ...common,
      code: 'ambiguous-event-target',
      message: `${subject} targets "${spec.target_id}", which is the name of a server and of an edge.`,
      hint: 'Rename one of the two.',
      fixes: [],
    })
  if (isOutage ? isServer : isEdge) return undefined
  return finding(context, {
    ...common,
    code: 'event-target-mismatch',
    message: isOutage
      ? `${subject} is an outage regarding a server; "${spec.target_id}" is an edge, which is not compatible.`
      : `${subject} is a spike regarding an edge; "${spec.target_id}" is a server, which is not compatible.`,
  })
}

export const outagesOfAServerDoNotOverlap: Rule = function* (context) {
  const all = outages(context.facts)
  for (const server of new Set(all.map(({ spec }) => spec.target_id))) {
    const ofServer = all.filter(({ spec }) => spec.target_id === server)
    let last: Injection | undefined
    for (const next of ofServer.toSorted((a, b) => a.spec.start.t_start - b.spec.start.t_start)) {
      if (last !== undefined && next.spec.start.t_start < last.spec.end.t_end)
        yield finding(context, {
          code: 'outages-overlap',
          path: [...next.path, 'start', 't_start'],
          message: `Overlapping events for server "${server}": "${next.spec.event_id}" starts at ${next.spec.start.t_start} s, while "${last.spec.event_id}" lasts until ${last.spec.end.t_end} s.`,
          hint: 'Let one end before the next starts, or make one of the two.',
        })
      if (last === undefined || next.spec.end.t_end > last.spec.end.t_end) last = next
    }
  }
}

/** An outage takes a server out of the load balancer's rotation; without that it does nothing. */
export const outagesHaveAnEffect: Rule = function* (context) {
  const { facts } = context
  if (!facts.wiringSound) return
  const behind = serversBehindBalancer(facts)
  for (const { spec, path } of outages(facts))
    if (isServer(facts, spec.target_id) && !behind.includes(spec.target_id))
      yield finding(context, {
        code: 'outage-without-effect',
        severity: 'warning',
        path: [...path, 'target_id'],
        message: `The outage of server "${spec.target_id}" has no effect: no load balancer sends to it directly.`,
        hint: 'An outage takes a server out of the rotation of a load balancer; put one in front of it.',
      })
}

export const someServerStaysUp: Rule = function* (context) {
  const { facts } = context
  if (!facts.wiringSound) return
  const behind = serversBehindBalancer(facts)
  const relevant = outages(facts).filter(({ spec }) => behind.includes(spec.target_id))
  const down = new Map<string, number>()
  for (const mark of marksOf(relevant)) {
    const { target_id: server, event_id: event } = mark.injection.spec
    down.set(server, (down.get(server) ?? 0) + (mark.isStart ? 1 : -1))
    const isDown = behind.every((id) => (down.get(id) ?? 0) > 0)
    if (mark.isStart && isDown)
      yield finding(context, {
        code: 'all-servers-down',
        severity: 'warning',
        path: [...mark.injection.path, 'start', 't_start'],
        message: `From ${mark.time} s, when "${event}" starts, all servers are down behind the load balancer: requests fail with the outcome no_server_up.`,
        hint: 'Leave one server up if that is not what you want to see.',
      })
  }
}

interface Mark {
  readonly time: number
  readonly isStart: boolean
  readonly injection: Injection
}

/** Starts and ends in order of time; at one instant ends come first. */
function marksOf(injections: readonly Injection[]): Mark[] {
  return injections
    .filter(({ spec }) => spec.start.t_start < spec.end.t_end)
    .flatMap((injection) => [
      { time: injection.spec.start.t_start, isStart: true, injection },
      { time: injection.spec.end.t_end, isStart: false, injection },
    ])
    .toSorted((a, b) => a.time - b.time || Number(a.isStart) - Number(b.isStart))
}

function outages({ events }: Facts): Injection[] {
  return events.filter(({ spec }) => spec.start.kind === 'server_down')
}

function isServer({ nodes }: Facts, id: string): boolean {
  return nodes.some((node) => node.kind === 'server' && node.id === id)
}

function serversBehindBalancer(facts: Facts): string[] {
  const balancer = facts.nodes.find(({ kind }) => kind === 'load-balancer')?.id
  const targets = facts.edges.filter(({ source }) => source === balancer).map(({ target }) => target)
  return balancer === undefined ? [] : targets.filter((id) => isServer(facts, id))
}

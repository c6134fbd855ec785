import { type Box, boundsOf, centredAt, grow, lineCrosses, overlaps, type Point, type Size } from './geometry'
import type { LinkRole } from './graph'

/**
 * Where the arrows run. Lines are axis-parallel: a request leaves its source at the right and enters its target
 * at the left; an answer leaves at the right, runs below everything and comes up into the client from below.
 * So the two directions never share a line, and arrows with a common end merge into one trunk.
 */
export interface LinkToRoute {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly role: LinkRole
  readonly label: Size
}

export interface Route {
  /** Corners of the line, both ends included. */
  readonly points: readonly Point[]
  /** Centre of the label. */
  readonly label: Point
}

/** Distance from a card at which a line may turn [px]. */
const TURN = 16
/** Distance of a lane from the cards it passes [px]. */
const CLEARANCE = 20
const LANE = 30
/** No line comes nearer to a card than this, unless there is no other way [px]. */
const AIR = 8
/** A line ends this far before the card, where the dot of its connection point begins [px]. */
const TIP = 5

/** Routes every link whose two ends are there. Cost: links × cards, a few times that when the straight way is blocked. */
export function routeLinks(cards: ReadonlyMap<string, Box>, links: readonly LinkToRoute[]): ReadonlyMap<string, Route> {
  const boxes = [...cards.values()]
  const lines = new Map<string, readonly Point[]>()
  for (const { id, source, target, role } of links) {
    const from = cards.get(source)
    const to = cards.get(target)
    if (from && to)
      lines.set(id, simplify(role === 'answer' ? answerLine(from, to, boxes) : requestLine(from, to, boxes)))
  }
  const taken: Box[] = [...boxes]
  const routes = new Map<string, Route>()
  for (const { id, label } of links) {
    const points = lines.get(id)
    if (!points) continue
    const others = [...lines].flatMap(([other, line]) => (other === id ? [] : [line]))
    const centre = labelSpot(points, label, taken, others)
    taken.push(centredAt(centre, label))
    routes.set(id, { points, label: centre })
  }
  return routes
}

function requestLine(from: Box, to: Box, boxes: readonly Box[]): readonly Point[] {
  const start = rightOf(from)
  const end = leftOf(to)
  const out = start.x + TURN
  const back = end.x - TURN
  const through = (y: number): Point[] => [
    start,
    { x: out, y: start.y },
    { x: out, y },
    { x: back, y },
    { x: back, y: end.y },
    end,
  ]
  const channels = [end.y, start.y, ...boxes.flatMap((box) => [box.y - CLEARANCE, box.y + box.height + CLEARANCE])]
  const detour = (y: number) => Math.abs(y - start.y) + Math.abs(y - end.y)
  const [direct = end.y, level = start.y, ...around] = channels
  const ways = [direct, level, ...around.sort((a, b) => detour(a) - detour(b))]
  return firstFree(
    ways.map((y) => () => through(y)),
    obstaclesBetween(from, to, boxes),
  )
}

function answerLine(from: Box, to: Box, boxes: readonly Box[]): readonly Point[] {
  const start = rightOf(from)
  const column = boxes.filter((box) => box !== from && Math.abs(box.x - from.x) < from.width)
  const out = Math.max(start.x, ...column.map((box) => box.x + box.width)) + answerStub
  const x = to.x + to.width / 2
  const all = boundsOf(boxes) ?? from
  const below = all.y + all.height + LANE
  const above = all.y - LANE
  const through = (lane: number, end: number): Point[] => [
    start,
    { x: out, y: start.y },
    { x: out, y: lane },
    { x, y: lane },
    { x, y: end },
  ]
  return firstFree(
    [() => through(below, to.y + to.height + TIP), () => through(above, to.y - TIP)],
    obstaclesBetween(from, to, boxes),
  )
}

/** Room to the right of a server for the label of its answer [px]. */
export const answerStub = 60

/** What a line must not touch: other cards and a little air around them; its own ends it may leave and enter. */
function obstaclesBetween(from: Box, to: Box, boxes: readonly Box[]): readonly Box[] {
  return boxes.map((box) => (box === from || box === to ? box : grow(box, AIR)))
}

/** The first way that passes no card; the first of all when none does. */
function firstFree(ways: readonly (() => readonly Point[])[], boxes: readonly Box[]): readonly Point[] {
  for (const way of ways) {
    const points = way()
    if (!segmentsOf(points).some(([a, b]) => boxes.some((box) => lineCrosses(a, b, box)))) return points
  }
  return ways[0]?.() ?? []
}

/** Where a label hides the least: no card, no other label, and few lines that are not its own. */
function labelSpot(
  points: readonly Point[],
  size: Size,
  taken: readonly Box[],
  others: readonly (readonly Point[])[],
): Point {
  let best: Point = points[0] ?? { x: 0, y: 0 }
  let least = Number.POSITIVE_INFINITY
  for (const [rank, spot] of labelSpots(points, size).entries()) {
    const box = centredAt(spot, size)
    const hidden = taken.filter((other) => overlaps(grow(other, 1), box)).length
    const crossed = others.filter((line) => segmentsOf(line).some(([a, b]) => lineCrosses(a, b, box))).length
    const cost = hidden * 1000 + crossed * 10 + rank
    if (cost < least) {
      least = cost
      best = spot
    }
    if (cost === rank) break
  }
  return best
}

/** Spots for the label, the best first: astride a level stretch that has room for it, beside an upright one. */
function labelSpots(points: readonly Point[], size: Size): Point[] {
  const segments = segmentsOf(points)
  const level = segments.filter(([a, b]) => a.y === b.y)
  const upright = segments.filter(([a, b]) => a.x === b.x)
  const roomy = level.filter(([a, b]) => Math.abs(a.x - b.x) >= size.width)
  const half = size.width / 2
  const astride = ([a, b]: Segment, from: number): Point => ({ x: a.x + Math.sign(b.x - a.x) * from, y: a.y })
  const beside = ([a, b]: Segment, part: number): Point => ({ x: a.x + half + 4, y: a.y + (b.y - a.y) * part })
  const length = ([a, b]: Segment) => Math.abs(a.x - b.x)
  return [
    ...roomy.map((segment) => astride(segment, length(segment) / 2)),
    ...roomy.flatMap((segment) => [half + 2, length(segment) - half - 2].map((from) => astride(segment, from))),
    ...roomy.flatMap((segment) => [0.3, 0.7].map((part) => astride(segment, length(segment) * part))),
    ...upright.flatMap((segment) => [0.5, 0.3, 0.7].map((part) => beside(segment, part))),
    ...level.map((segment) => astride(segment, length(segment) / 2)),
  ]
}

type Segment = readonly [Point, Point]

function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const)
}

/** Drops repeated points and those in the middle of a straight stretch. */
function simplify(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept.at(-2)
    const straight =
      last && before && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (straight) kept.pop()
    kept.push(point)
  }
  return kept
}

const rightOf = (box: Box): Point => ({ x: box.x + box.width, y: box.y + box.height / 2 })
const leftOf = (box: Box): Point => ({ x: box.x - TIP, y: box.y + box.height / 2 })

/** The `d` of an SVG path along `points`, with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const [first, ...rest] = points
  if (!first) return ''
  const parts = [`M${first.x},${first.y}`]
  for (const [index, corner] of rest.entries()) {
    const before = points[index] ?? corner
    const after = rest[index + 1]
    if (!after) {
      parts.push(`L${corner.x},${corner.y}`)
      continue
    }
    const cut = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const enter = towards(corner, before, cut)
    const leave = towards(corner, after, cut)
    parts.push(`L${enter.x},${enter.y}`, `Q${corner.x},${corner.y} ${leave.x},${leave.y}`)
  }
  return parts.join('')
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Scenario } from '../catalog/specs'
import type { ParsedScenario } from '../scenario/parse'
import { applyTextPatches } from '../scenario/textPatches'
import { carryPositions } from './carryPositions'
import type { ChangeOrigin, NodePosition, NodePositions, ScenarioState, StudioDocument } from './contracts'
import { type ChangeKind, History } from './history'

/** Up to this length [UTF-16 units] a text is parsed at every keystroke; it takes a few milliseconds. */
const PARSE_AT_ONCE_LENGTH = 16_384
/** A longer text is parsed this long after the last keystroke [ms]. */
const PARSE_DELAY_MS = 150

export interface ScenarioStoreOptions {
  readonly document: StudioDocument
  readonly parse: (text: string) => ParsedScenario
  /** Clock in milliseconds; tells bursts of typing apart. */
  readonly now?: () => number
}

/** What one undo step gives back. */
interface Snapshot {
  readonly document: StudioDocument
  readonly lastValid: Scenario | undefined
}

/**
 * The document being edited and its only history. The text is the truth; everything else about the scenario
 * (diagnostics, canvas, forms) follows from it.
 */
export function createScenarioStore(options: ScenarioStoreOptions): StoreApi<ScenarioState> {
  const { parse, now = () => performance.now() } = options
  const history = new History<Snapshot>(now)
  let pendingParse: ReturnType<typeof setTimeout> | undefined

  return createStore<ScenarioState>()((set, get) => {
    const snapshot = (): Snapshot => ({ document: documentOf(get()), lastValid: get().lastValid })
    const historyState = () => ({ undoLabel: history.undoLabel, redoLabel: history.redoLabel })

    /** Changes anything but the text. */
    const change = (part: Partial<StudioDocument>, kind: ChangeKind, label: string) => {
      history.record(snapshot(), kind, label)
      set({ ...part, ...historyState() })
    }

    /** The state after a change of the text, before it is parsed. */
    const textState = (text: string, origin: ChangeOrigin) => ({
      text,
      lastOrigin: origin,
      version: get().version + 1,
      ...historyState(),
    })

    /** The state after `text` was parsed. */
    const followText = (text: string) => {
      clearTimeout(pendingParse)
      pendingParse = undefined
      const { lastValid, positions } = get()
      const parsed = parse(text)
      const isRenameVisible = lastValid !== undefined && parsed.scenario !== undefined
      return {
        ...parsedState(parsed, lastValid),
        positions: isRenameVisible ? carryPositions(positions, lastValid, parsed.scenario) : positions,
      }
    }

    const settle = (): ParsedScenario => {
      const { text, parsed } = get()
      if (parsed.text !== text) set(followText(text))
      return get().parsed
    }

    /** Puts another document in place of the present one; `lastValid` is what to draw while its text has errors. */
    const replaceDocument = (document: StudioDocument, lastValid: Scenario | undefined, origin: ChangeOrigin) => {
      clearTimeout(pendingParse)
      pendingParse = undefined
      const state = get()
      const parsed = document.text === state.parsed.text ? state.parsed : parse(document.text)
      set({
        ...document,
        lastOrigin: origin,
        version: document.text === state.text ? state.version : state.version + 1,
        ...parsedState(parsed, lastValid),
        ...historyState(),
      })
    }

    const restore = (restored: Snapshot | undefined) => {
      if (restored === undefined) return
      replaceDocument({ ...restored.document, dashboard: get().dashboard }, restored.lastValid, 'undo')
    }

    return {
      ...options.document,
      version: 0,
      lastOrigin: 'open',
      ...parsedState(parse(options.document.text), undefined),
      ...historyState(),
      setText(text, origin) {
        if (text === get().text) return
        history.record(snapshot(), 'typing', 'typing')
        if (text.length <= PARSE_AT_ONCE_LENGTH) {
          set({ ...textState(text, origin), ...followText(text) })
          return
        }
        set(textState(text, origin))
        clearTimeout(pendingParse)
        pendingParse = setTimeout(settle, PARSE_DELAY_MS)
      },
      applyPatches(patches, label, origin) {
        const text = applyTextPatches(get().text, patches)
        if (text === get().text) return
        history.record(snapshot(), 'discrete', label)
        set({ ...textState(text, origin), ...followText(text) })
      },
      moveNodes(positions) {
        const moved = roundPositions(positions)
        if (moved.every(([id, position]) => isAt(get().positions, id, position))) return
        change({ positions: Object.fromEntries([...Object.entries(get().positions), ...moved]) }, 'discrete', 'move')
      },
      rename(name) {
        if (name !== get().name) change({ name }, 'name', 'rename scenario')
      },
      setSeed(seed) {
        if (seed !== get().seed) change({ seed }, 'seed', 'change of seed')
      },
      arrangeCharts(dashboard, ids, label) {
        const { [dashboard]: _, ...others } = get().charts ?? {}
        const charts = ids === undefined ? others : { ...others, [dashboard]: ids }
        change({ charts: Object.keys(charts).length === 0 ? undefined : charts }, 'discrete', label)
      },
      showDashboard: (dashboard) => set({ dashboard }),
      open(document) {
        history.record(snapshot(), 'discrete', `opening of “${document.name}”`)
        const { dashboard = get().dashboard, ...rest } = documentOf(document)
        replaceDocument({ ...rest, dashboard }, undefined, 'open')
      },
      undo: () => restore(history.undo(snapshot())),
      redo: () => restore(history.redo(snapshot())),
      settle,
    }
  })
}

/** The part of the state that drafts, links and the history hold. */
export function documentOf(document: StudioDocument): StudioDocument {
  const { name, text, positions, seed, charts, dashboard } = document
  return { name, text, positions, seed, charts, dashboard }
}

export function isSameDocument(a: StudioDocument, b: StudioDocument): boolean {
  const isSameScenario = a.text === b.text && a.name === b.name && a.positions === b.positions && a.seed === b.seed
  return isSameScenario && a.charts === b.charts && a.dashboard === b.dashboard
}

function parsedState(parsed: ParsedScenario, lastValid: Scenario | undefined) {
  return { parsed, lastValid: parsed.scenario ?? lastValid }
}

function roundPositions(positions: NodePositions): [string, NodePosition][] {
  return Object.entries(positions).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }])
}

function isAt(positions: NodePositions, id: string, { x, y }: NodePosition): boolean {
  const known = Object.hasOwn(positions, id) ? positions[id] : undefined
  return known?.x === x && known.y === y
}

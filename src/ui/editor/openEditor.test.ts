import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextPatch, TextRange } from '../../scenario/diagnostic'
import { parseScenario } from '../../scenario/parse'
import { applyTextPatches } from '../../scenario/textPatches'
import { createCheckStore } from '../../store/checkStore'
import type { StudioStores } from '../../store/contracts'
import { createRunStore } from '../../store/runStore'
import { createScenarioStore } from '../../store/scenarioStore'
import { createTimeStore } from '../../store/timeStore'
import { createViewStore } from '../../store/viewStore'
import { applyFix, openEditor } from './openEditor'
import type { Problem } from './problems'
import type { CreateSurface, EditorSurface, SurfaceOptions } from './surface'

const TEXT = `rqs_input:
  id: users
  avg_active_users: { mean: 10 }
  avg_request_per_minute_per_user: { mean: 20 }
topology_graph:
  nodes:
    client: { id: client-1 }
    servers:
      - id: srv-1
        server_resources: { cpu_cores: 1 }
        endpoints:
          - endpoint_name: /
            steps: []
  edges:
    - { id: in, source: users, target: client-1, latency: { mean: 0.003, distribution: exponential } }
    - { id: to, source: client-1, target: srv-1, latency: { mean: 0.003, distribution: exponential } }
    - { id: back, source: srv-1, target: client-1, latency: { mean: 0.003, distribution: exponential } }
sim_settings: {}
`

function runNothing(): never {
  throw new Error('no test runs a simulation')
}

/** An editor that only remembers what it was told. */
class RememberingSurface implements EditorSurface {
  readonly applied: (readonly TextPatch[])[] = []
  problems: readonly Problem[] = []
  highlighted: TextRange | undefined
  selected: TextRange = { start: 0, end: 0 }
  focused = false
  private content: string

  constructor(readonly options: SurfaceOptions) {
    this.content = options.text
  }

  type(text: string) {
    this.content = text
    this.options.onEdit(text)
  }

  text = () => this.content
  apply = (changes: readonly TextPatch[]) => {
    this.applied.push(changes)
    this.content = applyTextPatches(this.content, changes)
  }
  selection = () => this.selected
  select = (range: TextRange) => {
    this.selected = range
  }
  focus = () => {
    this.focused = true
  }
  hasFocus = () => this.focused
  highlight = (range: TextRange | undefined) => {
    this.highlighted = range
  }
  showProblems = (problems: readonly Problem[]) => {
    this.problems = problems
  }
  setTabMovesFocus = () => undefined
  dispose = () => undefined
}

function openWith(text: string) {
  const document = { name: 'test', text, positions: {}, seed: undefined }
  const scenario = createScenarioStore({ document, parse: parseScenario })
  const view = createViewStore()
  const run = createRunStore({ scenario, run: runNothing })
  const time = createTimeStore()
  /** All that the editor asks of the stores. */
  const stores = { scenario, view, run, time, check: createCheckStore(runNothing) } as StudioStores
  let surface: RememberingSurface | undefined
  const create: CreateSurface = (_container, options) => {
    surface = new RememberingSurface(options)
    return surface
  }
  const editor = openEditor(create, {} as HTMLElement, stores)
  if (surface === undefined) throw new Error('no surface was made')
  return { surface, editor, stores, scenario, view }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the text', () => {
  it('goes from the editor to the store, and its echo is ignored', () => {
    const { surface, scenario } = openWith('a: 1\n')
    surface.type('a: 12\n')
    expect(scenario.getState().text).toBe('a: 12\n')
    expect(scenario.getState().lastOrigin).toBe('editor')
    expect(surface.applied).toEqual([])
  })

  it('keeps Windows line ends, although the editor shows none', () => {
    const { surface, scenario } = openWith('a: 1\r\nb: 2\r\n')
    expect(surface.text()).toBe('a: 1\nb: 2\n')
    surface.type('a: 1\nnew: 3\nb: 2\n')
    expect(scenario.getState().text).toBe('a: 1\r\nnew: 3\r\nb: 2\r\n')
  })

  it('comes from the canvas as the smallest edits', () => {
    const { surface, scenario } = openWith('a: 1\r\nb: 2\r\n')
    scenario.getState().applyPatches([{ range: { start: 9, end: 10 }, text: '3' }], 'set b', 'canvas')
    expect(surface.applied).toEqual([[{ range: { start: 8, end: 9 }, text: '3' }]])
  })

  it('shows another document from its beginning', () => {
    const { scenario, surface } = openWith(TEXT)
    surface.selected = { start: 40, end: 45 }
    scenario.getState().open({ name: 'Other', text: `# other\n${TEXT}`, positions: {}, seed: undefined })
    expect(surface.selected).toEqual({ start: 0, end: 0 })
  })

  it('goes back over typing and canvas edits in one history, with the caret where it happened', () => {
    const { surface, scenario } = openWith('a: 1\nb: 2\n')
    surface.focus()
    surface.type('a: 1\nb: 25\n')
    scenario.getState().applyPatches([{ range: { start: 3, end: 4 }, text: '9' }], 'set a', 'canvas')
    surface.options.onUndo()
    expect(surface.text()).toBe('a: 1\nb: 25\n')
    expect(surface.selected).toEqual({ start: 4, end: 4 })
    surface.options.onUndo()
    expect(surface.text()).toBe('a: 1\nb: 2\n')
    surface.options.onRedo()
    expect(surface.text()).toBe('a: 1\nb: 25\n')
  })

  it('is left alone once the editor is closed', () => {
    const { surface, editor, scenario } = openWith('a: 1\n')
    editor.dispose()
    scenario.getState().setText('b: 1\n', 'canvas')
    expect(surface.text()).toBe('a: 1\n')
  })
})

describe('problems', () => {
  it('are placed in what the editor shows', () => {
    const { surface, scenario } = openWith(TEXT.replaceAll('\n', '\r\n'))
    expect(surface.problems).toEqual([])
    surface.type(surface.text().replace('target: srv-1', 'target: srv-9'))
    const problem = surface.problems.find(({ diagnostic }) => diagnostic.message.includes('srv-9'))
    expect(surface.text().slice(problem?.range.start, problem?.range.end)).toBe('srv-9')
    expect(problem?.start).toEqual({ line: 16, column: 43 })
    expect(scenario.getState().text).toContain('\r\n')
  })

  it('are not fixed in a text that has moved on', () => {
    const { surface, scenario, stores } = openWith(TEXT.replace('cpu_cores', 'cpu_cors'))
    const problem = surface.problems.find(({ diagnostic }) => diagnostic.fixes !== undefined)
    if (problem === undefined) throw new Error('nothing to fix')
    surface.type(`# new\n${surface.text()}`)
    const before = scenario.getState().text
    applyFix(stores, problem, 0)
    expect(scenario.getState().text).toBe(before)
    const moved = surface.problems.find(({ diagnostic }) => diagnostic.fixes !== undefined)
    if (moved === undefined) throw new Error('nothing to fix')
    applyFix(stores, moved, 0)
    expect(scenario.getState().text).toContain('cpu_cores: 1')
  })
})

describe('the selection', () => {
  it('follows the caret when it has come to rest', () => {
    const { surface, view } = openWith(TEXT)
    surface.options.onCaretMove(TEXT.indexOf('users'))
    surface.options.onCaretMove(TEXT.indexOf('cpu_cores'))
    expect(view.getState().selection).toBeUndefined()
    vi.runAllTimers()
    expect(view.getState().selection).toEqual({ kind: 'server', id: 'srv-1' })
    expect(view.getState().selectionOrigin).toBe('editor')
    expect(surface.highlighted).toBeUndefined()
  })

  it('made on the canvas marks its block and leaves caret and focus alone', () => {
    const { surface, view } = openWith(TEXT)
    view.getState().select({ kind: 'edge', id: 'to' }, 'canvas')
    const { start = 0, end = 0 } = surface.highlighted ?? {}
    expect(TEXT.slice(start, end)).toMatch(/^\{ id: to, .* \}$/)
    expect(surface.selected).toEqual({ start: 0, end: 0 })
    expect(surface.focused).toBe(false)
  })

  it('made on the canvas is not taken back by a caret that came to rest before it', () => {
    const { surface, view } = openWith(TEXT)
    surface.options.onCaretMove(TEXT.indexOf('cpu_cores'))
    view.getState().select({ kind: 'edge', id: 'to' }, 'canvas')
    vi.runAllTimers()
    expect(view.getState().selection).toEqual({ kind: 'edge', id: 'to' })
    expect(surface.highlighted).toBeDefined()
  })

  it('marks nothing any more when its element is gone', () => {
    const { surface, scenario, view } = openWith(TEXT)
    view.getState().select({ kind: 'edge', id: 'to' }, 'canvas')
    scenario.getState().setText(TEXT.replace('id: to,', 'id: other,'), 'canvas')
    expect(surface.highlighted).toBeUndefined()
  })
})

describe('a request to show a place', () => {
  it('puts the caret there and takes the focus', () => {
    const { surface, view } = openWith('a: 1\r\nb: 2\r\n')
    view.getState().revealRange(6, 7)
    expect(surface.selected).toEqual({ start: 5, end: 5 })
    expect(surface.focused).toBe(true)
  })

  it('is answered once, also by an editor that opens later', () => {
    const { surface, editor, stores, view } = openWith('a: 1\n')
    view.getState().revealRange(3, 4)
    expect(surface.focused).toBe(true)
    editor.dispose()
    let second: RememberingSurface | undefined
    openEditor(
      (_container, options) => {
        second = new RememberingSurface(options)
        return second
      },
      {} as HTMLElement,
      stores,
    )
    expect(second?.focused).toBe(false)
  })
})

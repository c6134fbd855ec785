import type { ElementRef } from '../../scenario/element'
import type { ParsedScenario } from '../../scenario/parse'
import { changesBetween } from '../../scenario/textPatches'
import type { ChangeOrigin, StudioStores } from '../../store/contracts'
import { displayOf } from './displayText'
import { type Problem, problemsOf } from './problems'
import type { CreateSurface, EditorSurface } from './surface'
import { endOfChanges, sourceAfter } from './textChange'

/** How long the caret rests before the element under it is selected [ms]. */
const SELECT_DELAY_MS = 150

/** Requests to show a place in the text that an editor has already answered. */
const answeredReveals = new WeakSet<object>()

/**
 * Makes an editor in `container` and keeps it and the stores in step: the text, the problems, the selection
 * (caret to canvas and back) and requests to show a place. `dispose` of the result ends it all.
 */
export function openEditor(create: CreateSurface, container: HTMLElement, stores: StudioStores): EditorSurface {
  const { scenario, view } = stores
  let selectTimer: ReturnType<typeof setTimeout> | undefined

  const surface = create(container, {
    text: displayOf(scenario.getState().text).display,
    onEdit(display) {
      const state = scenario.getState()
      state.setText(sourceAfter(displayOf(state.text), display), 'editor')
    },
    onCaretMove(offset) {
      clearTimeout(selectTimer)
      selectTimer = setTimeout(() => selectAt(stores, offset), SELECT_DELAY_MS)
    },
    onUndo: () => scenario.getState().undo(),
    onRedo: () => scenario.getState().redo(),
    onFix: (problem, fix) => applyFix(stores, problem, fix),
  })

  const showText = (text: string, origin: ChangeOrigin) => {
    const changes = changesBetween(surface.text(), displayOf(text).display)
    if (changes.length === 0) return
    surface.apply(changes)
    const caret = endOfChanges(changes)
    if (origin === 'open') surface.select({ start: 0, end: 0 })
    else if (origin === 'undo' && surface.hasFocus()) surface.select({ start: caret, end: caret })
  }

  const showProblems = (parsed: ParsedScenario) => {
    if (parsed.text === scenario.getState().text) surface.showProblems(problemsOf(parsed))
  }

  /** What was selected last counts: a caret that came to rest before does not take it back. */
  const showSelection = () => {
    clearTimeout(selectTimer)
    const { selection, selectionOrigin } = view.getState()
    const isFromElsewhere = selection !== undefined && selectionOrigin !== 'editor'
    surface.highlight(isFromElsewhere ? blockOf(scenario.getState().parsed, selection) : undefined)
  }

  const isSelectionGone = (parsed: ParsedScenario) => {
    const { selection } = view.getState()
    return selection !== undefined && parsed.pathOf(selection) === undefined
  }

  const answerReveal = () => {
    const { reveal } = view.getState()
    if (reveal === undefined || answeredReveals.has(reveal)) return
    answeredReveals.add(reveal)
    const caret = displayOf(scenario.getState().text).toDisplay(reveal.start)
    surface.select({ start: caret, end: caret })
    surface.focus()
  }

  const stopText = scenario.subscribe((state, previous) => {
    if (state.text !== previous.text) showText(state.text, state.lastOrigin)
    if (state.parsed === previous.parsed) return
    showProblems(state.parsed)
    if (isSelectionGone(state.parsed)) surface.highlight(undefined)
  })
  const stopView = view.subscribe((state, previous) => {
    if (state.selection !== previous.selection || state.selectionOrigin !== previous.selectionOrigin) showSelection()
    if (state.reveal !== previous.reveal) answerReveal()
  })
  showProblems(scenario.getState().parsed)
  showSelection()
  answerReveal()

  return {
    ...surface,
    dispose() {
      clearTimeout(selectTimer)
      stopText()
      stopView()
      surface.dispose()
    },
  }
}

/** Applies a quick fix, unless the text has changed since it was offered. */
export function applyFix({ scenario }: StudioStores, { diagnostic, source }: Problem, fix: number): void {
  const { text, applyPatches } = scenario.getState()
  const chosen = diagnostic.fixes?.[fix]
  if (chosen !== undefined && source === text) applyPatches(chosen.patches, chosen.title, 'fix')
}

/** Selects the element whose text is at `offset` of the display text. */
function selectAt({ scenario, view }: StudioStores, offset: number): void {
  const parsed = scenario.getState().settle()
  const element = parsed.elementAt(displayOf(parsed.text).toSource(offset))
  const { selection, select } = view.getState()
  if (!isSameElement(element, selection)) select(element, 'editor')
}

/** Range of the element's text in the display text, without the blank that follows it. */
function blockOf(parsed: ParsedScenario, element: ElementRef) {
  const path = parsed.pathOf(element)
  if (path === undefined) return undefined
  const { start, end } = parsed.rangeOf(path)
  const { toDisplay } = displayOf(parsed.text)
  const length = parsed.text.slice(start, end).trimEnd().length
  return { start: toDisplay(start), end: toDisplay(start + length) }
}

function isSameElement(a: ElementRef | undefined, b: ElementRef | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

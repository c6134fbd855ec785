import * as monaco from 'monaco-editor/editor'
import type { TextPatch, TextRange } from '../../scenario/diagnostic'
import styles from './Editor.module.css'
import { LANGUAGE, serveProblems } from './monacoLanguage'
import type { Problem } from './problems'
import type { CreateSurface } from './surface'

const MARKER_OWNER = 'scenario'

/** The full editor. Its own undo is out of reach: the studio's history covers text and canvas alike. */
export const createMonacoSurface: CreateSurface = (container, { text, onEdit, onCaretMove, onFix }) => {
  const model = monaco.editor.createModel(text, LANGUAGE)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  model.updateOptions({
    insertSpaces: true,
    tabSize: 2,
  })
  const editor = monaco.editor.create(container, { ...editorOptions(), model })
  const block = editor.createDecorationsCollection()
  const served = serveProblems(model, onFix)
  let isApplying = false

  model.onDidChangeContent(() => {
    if (!isApplying) onEdit(model.getValue())
  })
  editor.onDidChangeCursorPosition(({ position }) => {
    if (!isApplying && editor.hasTextFocus()) onCaretMove(model.getOffsetAt(position))
  })

  const rangeOf = ({ start, end }: TextRange) =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))

  return {
    text: () => model.getValue(),
    apply(changes) {
      isApplying = true
      model.pushEditOperations([], changes.map(toOperation), () => null)
      isApplying = false
    },
    selection() {
      const selection = editor.getSelection() ?? new monaco.Selection(1, 1, 1, 1)
      return {
        start: model.getOffsetAt(selection.getStartPosition()),
        end: model.getOffsetAt(selection.getEndPosition()),
      }
    },
    select(range) {
      editor.setSelection(rangeOf(range))
      editor.revealRangeInCenterIfOutsideViewport(rangeOf(range), monaco.editor.ScrollType.Immediate)
    },
    focus: () => editor.focus(),
    hasFocus: () => editor.hasTextFocus(),
    highlight(range) {
      if (range === undefined) {
        block.clear()
        return
      }
      const options = { isWholeLine: true, className: styles.block, linesDecorationsClassName: styles.blockEdge }
      block.set([{ range: rangeOf(range), options }])
      const { startLineNumber, endLineNumber } = rangeOf(range)
      editor.revealLinesInCenterIfOutsideViewport(startLineNumber, endLineNumber, monaco.editor.ScrollType.Immediate)
    },
    showProblems(problems) {
      served.update(problems)
      monaco.editor.setModelMarkers(model, MARKER_OWNER, problems.map(toMarker))
    },
    setTabMovesFocus: (moves) => editor.updateOptions({ tabFocusMode: moves }),
    dispose() {
      served.dispose()
      editor.dispose()
      model.dispose()
    },
  }

  function toOperation({ range, text: replacement }: TextPatch) {
    return { range: rangeOf(range), text: replacement }
  }
}

function toMarker({ diagnostic, start, end }: Problem): monaco.editor.IMarkerData {
  const { severity, message, hint, code } = diagnostic
  return {
    severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: hint === undefined ? message : `${message}\n${hint}`,
    code,
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }
}

function editorOptions(): monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement)
  return {
    ariaLabel: 'Scenario (YAML). Ctrl+M lets Tab leave the editor.',
    acceptSuggestionOnEnter: 'smart',
    automaticLayout: true,
    contextmenu: true,
    cursorSurroundingLines: 2,
    detectIndentation: false,
    fixedOverflowWidgets: true,
    fontFamily: style.getPropertyValue('--font-mono').trim(),
    fontSize: 13,
    hideCursorInOverviewRuler: true,
    lineHeight: 20,
    lineNumbersMinChars: 4,
    links: false,
    minimap: { enabled: false },
    overviewRulerBorder: false,
    padding: { top: 8, bottom: 8 },
    quickSuggestions: { other: true, strings: true, comments: false },
    // Monaco would draw the last line's number too faint to read.
    renderFinalNewline: 'on',
    renderLineHighlight: 'line',
    scrollBeyondLastLine: false,
    scrollbar: { horizontalScrollbarSize: 10, verticalScrollbarSize: 10 },
    smoothScrolling: false,
    wordBasedSuggestions: 'off',
  }
}

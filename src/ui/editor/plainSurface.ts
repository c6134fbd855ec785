import styles from './Editor.module.css'
import type { CreateSurface } from './surface'

/** The text area: for phones, for the time before Monaco is there, and for whoever prefers it. */
export const createPlainSurface: CreateSurface = (container, options) => {
  const area = document.createElement('textarea')
  area.className = styles.plain as string
  area.value = options.text
  // Browsers put the caret of a new text area at the end.
  area.setSelectionRange(0, 0)
  area.spellcheck = false
  area.autocapitalize = 'off'
  area.autocomplete = 'off'
  area.wrap = 'off'
  area.setAttribute('aria-label', 'Scenario (YAML)')
  container.append(area)

  let caret = area.selectionStart
  const reportCaret = () => {
    if (document.activeElement !== area || area.selectionStart === caret) return
    caret = area.selectionStart
    options.onCaretMove(caret)
  }
  area.addEventListener('input', () => options.onEdit(area.value))
  area.addEventListener('beforeinput', (event) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    if (event.inputType === 'historyUndo') options.onUndo()
    else options.onRedo()
  })
  document.addEventListener('selectionchange', reportCaret)

  const scrollTo = (offset: number) => {
    const line = area.value.slice(0, offset).split('\n').length - 1
    const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight)
    const top = line * lineHeight
    const isInView = top >= area.scrollTop && top + lineHeight <= area.scrollTop + area.clientHeight
    if (!isInView) area.scrollTop = Math.max(0, top - area.clientHeight / 3)
  }

  return {
    text: () => area.value,
    apply(changes) {
      for (const { range, text } of changes.toReversed()) area.setRangeText(text, range.start, range.end, 'preserve')
      caret = area.selectionStart
    },
    selection: () => ({ start: area.selectionStart, end: area.selectionEnd }),
    select({ start, end }) {
      area.setSelectionRange(start, end)
      caret = start
      scrollTo(start)
    },
    focus: () => area.focus({ preventScroll: true }),
    hasFocus: () => document.activeElement === area,
    highlight(range) {
      if (range) scrollTo(range.start)
    },
    showProblems(problems) {
      const isInvalid = problems.some(({ diagnostic }) => diagnostic.severity === 'error')
      area.setAttribute('aria-invalid', String(isInvalid))
    },
    // A text area never keeps Tab for itself.
    setTabMovesFocus: () => undefined,
    dispose() {
      document.removeEventListener('selectionchange', reportCaret)
      area.remove()
    },
  }
}

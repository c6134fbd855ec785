import { FileText } from 'lucide-react'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { scenarioFileName } from '../../export/fileName'
import { readPreference, writePreference } from '../../store/preferences'
import { Button } from '../../widgets/Button'
import { useMediaQuery } from '../../widgets/useMediaQuery'
import { MaximizeButton } from '../shell/MaximizeButton'
import { useScenario, useStudio } from '../studio'
import styles from './Editor.module.css'
import { commandOf, type EditorCommand } from './editorCommand'
import { ProblemCounts } from './ProblemCounts'
import { ProblemList } from './ProblemList'
import { createPlainSurface } from './plainSurface'
import { neighbouringProblem, type Problem, problemsOf } from './problems'
import { SurfaceHost } from './SurfaceHost'
import type { EditorSurface } from './surface'
import { useMonaco } from './useMonaco'

/** Where Monaco does not work well: small screens, and touch screens up to the size of a tablet. */
const NARROW_SCREEN = '(max-width: 760px), (max-width: 1024px) and (pointer: coarse)'

/** The scenario as text, what is wrong with it, and the way there. Fills its container. */
export function EditorPane() {
  const stores = useStudio()
  const name = useScenario((state) => state.name)
  const parsed = useScenario((state) => state.parsed)
  const problems = useMemo(() => problemsOf(parsed), [parsed])
  const isNarrow = useMediaQuery(NARROW_SCREEN)
  const [prefersPlain, setPrefersPlain] = useState(() => readPreference('plainText') === 'on')
  const [tabMovesFocus, setTabMovesFocus] = useState(false)
  const wantsMonaco = !isNarrow && !prefersPlain
  const monaco = useMonaco(wantsMonaco)
  const isFull = wantsMonaco && monaco.phase === 'ready'
  const surface = useRef<EditorSurface>(undefined)

  const goTo = useCallback((problem: Problem | undefined) => {
    if (problem === undefined) return
    surface.current?.select({ start: problem.range.start, end: problem.range.start })
    surface.current?.focus()
  }, [])

  const perform = (command: EditorCommand) => {
    const caret = surface.current?.selection().start ?? 0
    switch (command) {
      case 'undo':
        return stores.scenario.getState().undo()
      case 'redo':
        return stores.scenario.getState().redo()
      case 'run':
        return stores.run.getState().start()
      case 'next-problem':
        return goTo(neighbouringProblem(problems, caret, 'next'))
      case 'previous-problem':
        return goTo(neighbouringProblem(problems, caret, 'previous'))
      case 'toggle-tab':
        return setTabMovesFocus(!tabMovesFocus)
    }
  }

  /** Takes the studio's keys before the editor does; keys meant for a field inside of it (search) are left alone. */
  const takeKey = (event: KeyboardEvent) => {
    const command = commandOf(event)
    if (command === undefined) return
    if (command === 'toggle-tab' && !isFull) return
    if ((command === 'undo' || command === 'redo') && !surface.current?.hasFocus()) return
    event.preventDefault()
    event.stopPropagation()
    perform(command)
  }

  /** What is typed is text: the page's single-letter shortcuts are not to hear of it. */
  const keepTyping = (event: KeyboardEvent) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation()
  }

  const choosePlain = () => {
    writePreference('plainText', prefersPlain ? 'off' : 'on')
    setPrefersPlain(!prefersPlain)
  }

  return (
    <section className={styles.pane} aria-label="Editor" onKeyDownCapture={takeKey} onKeyDown={keepTyping}>
      <header className={styles.header}>
        <h2 className={styles.name}>{scenarioFileName(name)}</h2>
        <ProblemCounts diagnostics={parsed.diagnostics} />
        <span className={styles.spacer} />
        {!isNarrow && (
          <Button
            variant="quiet"
            size="s"
            icon={<FileText size={14} />}
            aria-pressed={prefersPlain}
            onClick={choosePlain}
          >
            Plain text
          </Button>
        )}
        <MaximizeButton pane="editor" />
      </header>
      {wantsMonaco && monaco.phase === 'failed' && (
        <p className={styles.note} role="status">
          The full editor could not be loaded. Everything works in plain text too.
          <Button size="s" onClick={monaco.retry}>
            Try again
          </Button>
        </p>
      )}
      <SurfaceHost
        create={isFull ? monaco.createSurface : createPlainSurface}
        tabMovesFocus={tabMovesFocus}
        surface={surface}
      />
      {isFull && (
        <p className={styles.keys} aria-live="polite">
          {tabMovesFocus ? 'Tab leaves the editor' : 'Tab indents'} · <kbd>Ctrl+M</kbd> changes that
        </p>
      )}
      <ProblemList problems={problems} onGoTo={goTo} />
    </section>
  )
}

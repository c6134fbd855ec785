import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../widgets/Button'
import { classNames } from '../../widgets/classNames'
import { useStudio } from '../studio'
import styles from './Editor.module.css'
import { applyFix } from './openEditor'
import { SeverityIcon } from './ProblemCounts'
import { countProblems, type Problem } from './problems'

/** Rows shown at most; more would only be scrolled past. */
const MAX_ROWS = 100

export interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly onGoTo: (problem: Problem) => void
}

/** All problems of the text in order: each row leads to its place, with a button per way out. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  const [isOpen, setIsOpen] = useState(true)
  const listId = useId()
  if (problems.length === 0) return undefined
  const hidden = problems.length - MAX_ROWS
  return (
    <section className={styles.problems} aria-label="Problems">
      <button
        type="button"
        className={styles.problemsHeader}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
        Problems
        <span className={styles.muted}>{countProblems(problems.map(({ diagnostic }) => diagnostic))}</span>
        <span className={styles.spacer} />
        <span className={classNames(styles.muted, styles.keyHint)}>
          <kbd>F8</kbd> next
        </span>
      </button>
      <ol id={listId} className={styles.rows} hidden={!isOpen}>
        {problems.slice(0, MAX_ROWS).map((problem) => (
          <ProblemRow key={keyOf(problem)} problem={problem} onGoTo={onGoTo} />
        ))}
        {hidden > 0 && <li className={styles.muted}>and {hidden} more</li>}
      </ol>
    </section>
  )
}

function ProblemRow({ problem, onGoTo }: { readonly problem: Problem; readonly onGoTo: (problem: Problem) => void }) {
  const stores = useStudio()
  const { severity, message, hint, fixes = [] } = problem.diagnostic
  return (
    <li className={styles.row}>
      <button type="button" className={styles.goTo} onClick={() => onGoTo(problem)}>
        <SeverityIcon severity={severity} />
        <span className="visually-hidden">{severity === 'error' ? 'Error' : 'Warning'}</span>
        <span className={styles.place}>
          {problem.start.line}:{problem.start.column}
        </span>
        <span className={styles.message}>
          {message}
          {hint !== undefined && <span className={styles.hint}> {hint}</span>}
        </span>
      </button>
      {fixes.map((fix, index) => (
        <Button key={fix.title} size="s" className={styles.fix} onClick={() => applyFix(stores, problem, index)}>
          {fix.title}
        </Button>
      ))}
    </li>
  )
}

/** Two problems differ in rule, place or words. */
function keyOf({ diagnostic, range }: Problem): string {
  return `${diagnostic.code} ${range.start} ${diagnostic.message}`
}

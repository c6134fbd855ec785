import { useMemo } from 'react'
import type { Diagnostic } from '../../scenario/diagnostic'
import { useScenario, useView } from '../studio'
import styles from './RunControl.module.css'

/** Why the scenario cannot run. */
export interface Obstacle {
  readonly first: Diagnostic
  readonly errors: number
}

/** The errors of the present text; undefined when it can run. */
export function useRunObstacle(): Obstacle | undefined {
  const diagnostics = useScenario((scenario) => scenario.parsed.diagnostics)
  return useMemo(() => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    return errors[0] && { first: errors[0], errors: errors.length }
  }, [diagnostics])
}

interface RunObstacleProps {
  /** What the Run button is described by. */
  readonly id: string
  readonly obstacle: Obstacle
}

/** Says why Run is off and leads to the first problem. */
export function RunObstacle({ id, obstacle: { first, errors } }: RunObstacleProps) {
  const reveal = useView((view) => view.revealRange)
  return (
    <>
      <button
        type="button"
        className={styles.obstacle}
        onClick={() => reveal(first.range.start, first.range.end)}
        title={first.message}
      >
        {errors === 1 ? '1 problem' : `${errors} problems`}
      </button>
      <span id={id} className="visually-hidden">
        The scenario has errors. First: {first.message}
      </span>
    </>
  )
}

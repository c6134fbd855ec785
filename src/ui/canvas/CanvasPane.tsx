import '@xyflow/react/dist/base.css'
import { ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import { classNames } from '../../widgets/classNames'
import { selectDrawn } from '../drawnScenario'
import { Inspector } from '../inspector/Inspector'
import { useScenario, useView, useWhatIf } from '../studio'
import styles from './CanvasPane.module.css'
import { CanvasStage } from './CanvasStage'

/** The picture of the scenario, and beside it the form of what is selected. */
export function CanvasPane() {
  const scenario = useScenario(selectDrawn)
  const selected = useView(({ selection, selectionOrigin }) => selection !== undefined && selectionOrigin === 'canvas')
  const [choice, setChoice] = useState<boolean>()
  const [wanted, setWanted] = useState(false)
  // The picture has all the room until the first card or arrow is picked; from then on the person decides.
  if (selected && !wanted) setWanted(true)
  // A question stands in the form, wherever it was asked from.
  const asked = useWhatIf(({ question }) => question !== undefined)
  const [wasAsked, setWasAsked] = useState(false)
  if (asked !== wasAsked) {
    setWasAsked(asked)
    if (asked) setChoice(true)
  }
  const inspectorOpen = choice ?? wanted
  if (!scenario) {
    return (
      <div className={styles.empty}>
        <p>Nothing to draw: the text has errors. The list of problems below the editor says where.</p>
      </div>
    )
  }
  return (
    <div className={styles.frame}>
      <div className={classNames(styles.pane, inspectorOpen && styles.withInspector)}>
        <ReactFlowProvider>
          <CanvasStage
            scenario={scenario}
            inspectorOpen={inspectorOpen}
            onToggleInspector={() => setChoice(!inspectorOpen)}
          />
        </ReactFlowProvider>
        {inspectorOpen && <Inspector scenario={scenario} className={styles.inspector} />}
      </div>
    </div>
  )
}

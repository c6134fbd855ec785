import { Dices } from 'lucide-react'
import { ensureExists } from '../../base/assert'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { randomSeed } from '../../store/runStore'
import { IconButton } from '../../widgets/IconButton'
import { NumberField } from '../../widgets/NumberField'
import { Tooltip } from '../../widgets/Tooltip'
import { useRun, useScenario } from '../studio'
import { useEdit } from '../useEdit'
import styles from './SeedField.module.css'

const SEED_PATH = ['sim_settings', 'seed']
const range = ensureExists(fieldSchemaAt(SEED_PATH), 'the schema of the seed')

/**
 * The seed of the next run: the text's own where it has one (and then it is changed there), else one chosen here,
 * else a fresh one each time. What the last run drew can be taken over.
 */
export function SeedField() {
  const ownSeed = useScenario((state) => state.lastValid?.sim_settings.seed)
  const chosenSeed = useScenario((state) => state.seed)
  const setSeed = useScenario((state) => state.setSeed)
  const lastSeed = useRun((state) => state.lastRun?.result.identity.seed)
  const edit = useEdit('inspector')

  const change = (seed: number | undefined) => {
    if (ownSeed === undefined) setSeed(seed)
    else if (seed === undefined) edit((text) => scenarioEdits.removeAt(text, SEED_PATH))
    else edit((text) => scenarioEdits.setValue(text, SEED_PATH, seed))
  }
  const explanation =
    ownSeed === undefined
      ? 'The same seed gives the same numbers. Empty: a fresh seed for each run.'
      : 'The same seed gives the same numbers. This one stands in the text (sim_settings.seed).'
  const drawnSeed = ownSeed === undefined && chosenSeed === undefined ? lastSeed : undefined
  return (
    <div className={styles.seed}>
      <Tooltip text={explanation}>
        <div className={styles.field}>
          <NumberField
            label="Seed"
            layout="row"
            value={ownSeed ?? chosenSeed}
            placeholder="random"
            integer
            optional
            minimum={range.minimum}
            maximum={range.maximum}
            onCommit={change}
          />
        </div>
      </Tooltip>
      {drawnSeed !== undefined && (
        <Tooltip text="The seed of the last run. Click to use it again.">
          <button
            type="button"
            className={styles.last}
            aria-label={`Use the last seed again: ${drawnSeed}`}
            onClick={() => change(drawnSeed)}
          >
            {drawnSeed}
          </button>
        </Tooltip>
      )}
      <IconButton label="New seed" icon={<Dices size={15} />} onClick={() => change(randomSeed())} />
    </div>
  )
}

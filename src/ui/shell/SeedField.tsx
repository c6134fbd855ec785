import { Dices } from 'lucide-react'
import { randomSeed } from '../../store/runStore'
import { IconButton } from '../../widgets/IconButton'
import { NumberField } from '../../widgets/NumberField'
import { Tooltip } from '../../widgets/Tooltip'
import { useRun, useScenario } from '../studio'
import styles from './SeedField.module.css'

const LARGEST_SEED = 4_294_967_295

/** The seed of the next run: the text's own, a chosen one, or a fresh one each time. Shows the last run's. */
export function SeedField() {
  const ownSeed = useScenario((state) => state.lastValid?.sim_settings.seed)
  const chosenSeed = useScenario((state) => state.seed)
  const setSeed = useScenario((state) => state.setSeed)
  const lastSeed = useRun((state) => state.lastRun?.result.identity.seed)
  const isFixed = ownSeed !== undefined
  const explanation = isFixed
    ? 'The text sets sim_settings.seed. Change it there.'
    : 'The same seed gives the same numbers. Empty: a fresh seed for each run.'
  const keepable = isFixed || chosenSeed !== undefined ? undefined : lastSeed
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
            minimum={0}
            maximum={LARGEST_SEED}
            disabled={isFixed}
            onCommit={setSeed}
          />
        </div>
      </Tooltip>
      {keepable !== undefined && (
        <Tooltip text="The seed of the last run. Click to use it again.">
          <button
            type="button"
            className={styles.last}
            aria-label={`Use the last seed again: ${keepable}`}
            onClick={() => setSeed(keepable)}
          >
            {keepable}
          </button>
        </Tooltip>
      )}
      <IconButton
        label="New seed"
        icon={<Dices size={15} />}
        disabled={isFixed}
        onClick={() => setSeed(randomSeed())}
      />
    </div>
  )
}

import type { Scenario } from '../catalog/specs'
import { examples } from '../examples'
import { parseScenario } from '../scenario/parse'
import crowd from './scenarios/crowd.yaml?raw'
import everyStep from './scenarios/every-step.yaml?raw'
import lawsOfLinks from './scenarios/laws-of-links.yaml?raw'
import lawsOfSteps from './scenarios/laws-of-steps.yaml?raw'
import nobodyUp from './scenarios/nobody-up.yaml?raw'
import outagesRotate from './scenarios/outages-rotate.yaml?raw'
import quietWindows from './scenarios/quiet-windows.yaml?raw'
import ramQueue from './scenarios/ram-queue.yaml?raw'
import spikesOverlap from './scenarios/spikes-overlap.yaml?raw'

/** A scenario whose runs have known fingerprints. */
export interface ReferenceScenario {
  readonly id: string
  readonly scenario: Scenario
}

/** Seeds under which each reference scenario is run: small, large, and the largest there is. */
export const REFERENCE_SEEDS = [1, 20_260_101, 4_294_967_295] as const

/** Simulated time after which an example has shown everything it has [s]; the others end after {@link ENOUGH}. */
const EXAMPLE_HORIZONS: Readonly<Record<string, number>> = {
  'black-friday': 300,
  'latency-spike': 200,
  'llm-cost': 600,
  outage: 200,
}
const ENOUGH = 90

/**
 * The scenarios of the reference fingerprints: the examples, shortened, and some that were built to
 * reach what the examples do not. Together they take every branch of the kernel and the models that leads
 * to an event, and every law.
 */
export function referenceScenarios(): ReferenceScenario[] {
  const built = {
    crowd,
    'every-step': everyStep,
    'laws-of-links': lawsOfLinks,
    'laws-of-steps': lawsOfSteps,
    'nobody-up': nobodyUp,
    'outages-rotate': outagesRotate,
    'quiet-windows': quietWindows,
    'ram-queue': ramQueue,
    'spikes-overlap': spikesOverlap,
  }
  return [
    ...examples.map(({ id, text }) => ({ id, scenario: shortened(read(id, text), EXAMPLE_HORIZONS[id] ?? ENOUGH) })),
    ...Object.entries(built).map(([id, text]) => ({ id, scenario: read(id, text) })),
  ]
}

function read(id: string, text: string): Scenario {
  const { scenario, diagnostics } = parseScenario(text)
  if (scenario === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message).join(' ')}`)
  return scenario
}

function shortened(scenario: Scenario, horizon: number): Scenario {
  return { ...scenario, sim_settings: { ...scenario.sim_settings, total_simulation_time: horizon } }
}

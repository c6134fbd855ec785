import { scenarioFileName } from '../../export/fileName'
import type { StudioStores } from '../../store/contracts'
import { download } from '../export/download'

/** Saves the text as it is now as a YAML file. */
export function saveScenarioFile({ scenario }: StudioStores): void {
  const { text, name } = scenario.getState()
  download(new Blob([text], { type: 'application/yaml' }), scenarioFileName(name))
}

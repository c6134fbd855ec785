import { TextField } from '../../widgets/TextField'
import { useScenario } from '../studio'

/** The scenario's name, in files, links and titles. */
export function ScenarioName() {
  const name = useScenario((state) => state.name)
  const rename = useScenario((state) => state.rename)
  const commit = (text: string) => rename(text.trim() || name)
  return <TextField label="Scenario name" hideLabel quiet value={name} maxLength={120} onCommit={commit} />
}

import { Download } from 'lucide-react'
import { type ExportFormatName, exportFormatNames, exportFormats } from '../../export/exportFormats'
import { scenarioFileName } from '../../export/fileName'
import { exportRun } from '../../store/exportRun'
import { Menu, type MenuItem } from '../../widgets/Menu'
import { useRun, useStudio } from '../studio'
import { download } from './download'

/** Saves the newest result and the scenario as files. */
export function ExportMenu() {
  const lastRun = useRun((run) => run.lastRun)
  const { scenario, view } = useStudio()

  const saveRun = async (format: ExportFormatName) => {
    if (lastRun === undefined) return
    try {
      const { file, name } = await exportRun(lastRun, format)
      download(file, name)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      view.getState().notify({ severity: 'error', message: `The file could not be written: ${reason}` })
    }
  }
  const saveScenario = () => {
    const { text, name } = scenario.getState()
    download(new Blob([text], { type: 'application/yaml' }), scenarioFileName(name))
  }
  const items = exportFormatNames.map(
    (format): MenuItem => ({
      label: exportFormats[format].title,
      detail: lastRun === undefined ? 'Press Run first: there is no result yet.' : exportFormats[format].content,
      disabled: lastRun === undefined,
      perform: () => void saveRun(format),
    }),
  )
  return (
    <Menu
      label="Export"
      icon={<Download size={14} />}
      align="end"
      items={[...items, { label: 'Scenario YAML', detail: 'the text as it is now', perform: saveScenario }]}
    />
  )
}

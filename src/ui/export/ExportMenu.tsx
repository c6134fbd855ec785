import { Download } from 'lucide-react'
import { type ExportFormatName, exportFormatNames, exportFormats } from '../../export/exportFormats'
import { scenarioFileName } from '../../export/fileName'
import { exportRun } from '../../store/exportRun'
import { Menu, type MenuItem } from '../../widgets/Menu'
import type { ShownRun } from '../dashboard/shownRun'
import { useShownRun } from '../dashboard/useShownRun'
import { useStudio } from '../studio'
import { download } from './download'

/** Saves the result on show and the scenario as files. */
export function ExportMenu() {
  const shown = useShownRun()
  const finished = shown?.finished
  const { scenario, view } = useStudio()

  const saveRun = async (format: ExportFormatName) => {
    if (finished === undefined) return
    try {
      const { file, name } = await exportRun(finished, format)
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
      detail: finished === undefined ? reasonForNone(shown) : exportFormats[format].content,
      disabled: finished === undefined,
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

function reasonForNone(shown: ShownRun | undefined): string {
  if (shown === undefined) return 'Press Run first.'
  return shown.live ? 'The run has not ended yet.' : 'The run broke off: it left no result.'
}

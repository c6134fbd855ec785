import type { FinishedRun } from '../../store/contracts'
import { exportRun } from '../../store/exportRun'
import type { KeptRun } from '../../store/keptRun'
import { download } from '../export/download'
import { useStudio } from '../studio'
import { mustWait } from './mustWait'

/** What the buttons of a kept run do; whatever goes wrong is said in a message. */
export function useRunActions({ id, name }: KeptRun) {
  const { runs, run, view } = useStudio()
  const { notify, showResults } = view.getState()

  const withRun = async (use: (loaded: FinishedRun) => void | Promise<void>) => {
    const loaded = await runs.getState().load(id)
    if (loaded.ok) await use(loaded.run)
    else notify({ severity: 'warning', message: loaded.reason })
  }
  const show = () =>
    withRun((loaded) => {
      if (mustWait({ run, view })) return
      run.getState().show(loaded)
      showResults('run')
    })
  const save = () =>
    withRun(async (loaded) => {
      try {
        const { file, name: fileName } = await exportRun(loaded, 'run')
        download(file, fileName)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        notify({ severity: 'error', message: `The file could not be written: ${reason}` })
      }
    })
  const remove = async () => {
    const bringBack = await runs.getState().remove(id)
    if (bringBack === undefined) return
    const action = { label: 'Undo', perform: () => void bringBack() }
    notify({ severity: 'info', message: `Deleted the run “${name}”.`, action })
  }
  return { show: () => void show(), save: () => void save(), remove: () => void remove() }
}

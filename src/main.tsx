import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ensureExists } from './base/assert'
import { examples } from './examples'
import { parseScenario } from './scenario/parse'
import { createCheckStore } from './store/checkStore'
import type { StudioStores } from './store/contracts'
import { openDraftDatabase } from './store/draftDatabase'
import { startDraftSaver } from './store/draftSaver'
import { restoreSession } from './store/draftSession'
import { createHeadroomStore } from './store/headroomStore'
import { openKeptRuns } from './store/openKeptRuns'
import { readSampleRate, readTheme } from './store/preferences'
import { createRunStore } from './store/runStore'
import { createScenarioStore } from './store/scenarioStore'
import { createTimeStore } from './store/timeStore'
import { createTraceStore } from './store/traceStore'
import { createViewStore } from './store/viewStore'
import { createWhatIfStore } from './store/whatIfStore'
import './ui/base.css'
import { offerDamagedDrafts } from './ui/document/offerDamagedDrafts'
import { openAddress } from './ui/document/openAddress'
import { documentOfExample } from './ui/document/openDocument'
import { App } from './ui/shell/App'
import { followTheme } from './ui/shell/theme'
import { StudioContext } from './ui/studio'
import { startCheck } from './worker/checkClient'
import { createSimulationClient } from './worker/simulationClient'
import { traceInWorker } from './worker/traceClient'
import { createWhatIfPool } from './worker/whatIfPool'

/** A finished run is drawn before it is written to the disk [ms]. */
const KEEP_DELAY_MS = 100

/** The composition root: makes everything once and wires it. */
async function start(): Promise<void> {
  const database = openDraftDatabase()
  const session = await restoreSession(database)

  const firstExample = ensureExists(examples[0], 'first example')
  const scenario = createScenarioStore({
    document: session.document ?? documentOfExample(firstExample),
    parse: parseScenario,
  })
  const client = createSimulationClient()
  const runs = openKeptRuns(parseScenario)
  const stores: StudioStores = {
    scenario,
    run: createRunStore({
      scenario,
      run: (request, onFrame) => client.run(request, onFrame),
      onFinished: (run) => setTimeout(() => void runs.getState().keep(run), KEEP_DELAY_MS),
    }),
    runs,
    view: createViewStore({ theme: readTheme() }),
    time: createTimeStore(),
    check: createCheckStore(startCheck),
    trace: createTraceStore(traceInWorker, readSampleRate()),
    headroom: createHeadroomStore(createWhatIfPool()),
    whatIf: createWhatIfStore({
      scenario,
      pool: createWhatIfPool(),
      shownSeed: () => stores.run.getState().lastRun?.result.identity.seed,
    }),
  }

  followTheme(stores.view)
  const { reportDraft } = stores.view.getState()
  if (session.trouble !== undefined) reportDraft({ phase: 'unavailable', reason: session.trouble })
  const saver = startDraftSaver({ scenario, database, ...session, report: reportDraft })
  addEventListener('pagehide', () => saver.leave())
  document.addEventListener('visibilitychange', () => void saver.flush())

  openAddress(stores)
  offerDamagedDrafts(stores.view, session, database)
  addEventListener('hashchange', () => openAddress(stores))

  createRoot(ensureExists(document.getElementById('root'), '#root')).render(
    <StrictMode>
      <StudioContext value={stores}>
        <App otherDrafts={session.others} />
      </StudioContext>
    </StrictMode>,
  )
}

void start()

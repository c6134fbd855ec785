import { History, TriangleAlert } from 'lucide-react'
import { Button } from '../../widgets/Button'
import { useKeptRuns, useView } from '../studio'

/** Leads to the list of kept runs. */
export function RunsButton() {
  const count = useKeptRuns(({ runs }) => runs.length)
  const trouble = useKeptRuns((state) => state.trouble)
  const showResults = useView((view) => view.showResults)
  return (
    <Button
      variant="quiet"
      size="s"
      icon={trouble === undefined ? <History size={14} /> : <TriangleAlert size={14} />}
      title={trouble && `Runs are kept only as long as this page is open: ${trouble}.`}
      onClick={() => showResults('list')}
    >
      {count === 0 ? 'Runs' : `Runs ${count}`}
    </Button>
  )
}

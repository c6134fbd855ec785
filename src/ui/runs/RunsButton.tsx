import { History } from 'lucide-react'
import { Button } from '../../widgets/Button'
import { useKeptRuns, useView } from '../studio'

/** Leads to the list of kept runs. */
export function RunsButton() {
  const count = useKeptRuns(({ runs }) => runs.length)
  const showResults = useView((view) => view.showResults)
  return (
    <Button variant="quiet" size="s" icon={<History size={14} />} onClick={() => showResults('list')}>
      {count === 0 ? 'Runs' : `Runs ${count}`}
    </Button>
  )
}

import { useState } from 'react'
import { Select } from '../../widgets/Select'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { PairingReport } from './PairingReport'
import { usePairing } from './usePairing'

interface PairedRequestsProps {
  readonly baseline: ComparedRun
  readonly others: readonly ComparedRun[]
}

/** The very same requests in two runs: which became faster, slower, lost or saved, and where the time went. */
export function PairedRequests({ baseline, others }: PairedRequestsProps) {
  const [chosen, setChosen] = useState<string>()
  const other = others.find(({ id }) => id === chosen) ?? others[0]
  if (other === undefined) return null
  return (
    <>
      {others.length > 1 && (
        <div className={styles.choice}>
          <Select
            label={`Run ${baseline.letter} against`}
            layout="row"
            value={other.id}
            options={others.map(({ id, letter, name }) => ({ value: id, label: `${letter} ${name}` }))}
            onCommit={setChosen}
          />
        </div>
      )}
      <Pairs before={baseline} after={other} />
    </>
  )
}

function Pairs({ before, after }: { readonly before: ComparedRun; readonly after: ComparedRun }) {
  const state = usePairing(before.run, after.run)
  if (state.phase === 'working') return <p role="status">Matching the requests …</p>
  if (state.phase === 'failed') return <p role="status">The requests could not be matched: {state.reason}</p>
  if (!state.pairing.sameArrivals)
    return (
      <p role="status">
        The requests of these runs are not the same: they differ in seed or workload. Run both with one seed and one
        workload to see what a change does to each request.
      </p>
    )
  return <PairingReport pairing={state.pairing} before={before} after={after} />
}

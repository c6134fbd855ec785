import { useEffect, useState } from 'react'
import type { Pairing } from '../../engine/pairing'
import { pairRuns } from '../../store/comparePairs'
import type { FinishedRun } from '../../store/contracts'

export type PairingState =
  | { readonly phase: 'working' }
  | { readonly phase: 'done'; readonly pairing: Pairing }
  | { readonly phase: 'failed'; readonly reason: string }

/** Matches the requests of two runs away from the page; a change of the question ends the work on the old one. */
export function usePairing(before: FinishedRun, after: FinishedRun): PairingState {
  const [state, setState] = useState<PairingState>({ phase: 'working' })
  useEffect(() => {
    const question = new AbortController()
    setState({ phase: 'working' })
    pairRuns(before, after, question.signal).then(
      (pairing) => !question.signal.aborted && setState({ phase: 'done', pairing }),
      (error: Error) => !question.signal.aborted && setState({ phase: 'failed', reason: error.message }),
    )
    return () => question.abort()
  }, [before, after])
  return state
}

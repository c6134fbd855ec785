import { useEffect, useState } from 'react'
import { useStudio } from '../studio'
import { type ComparedRun, comparedRuns } from './comparedRun'

export type ComparedRuns =
  | { readonly phase: 'loading' }
  /** `missing`: why some of them could not be read, for the person. */
  | { readonly phase: 'ready'; readonly runs: readonly ComparedRun[]; readonly missing: readonly string[] }

/** Reads the runs with these ids; `ids` must stay the same list while it means the same. */
export function useComparedRuns(ids: readonly string[]): ComparedRuns {
  const { runs: store } = useStudio()
  const [compared, setCompared] = useState<ComparedRuns>({ phase: 'loading' })
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      const all = await Promise.all(ids.map((id) => store.getState().load(id)))
      if (!isWanted) return
      const { runs: kept } = store.getState()
      const loaded = all.flatMap((one) => {
        const head = one.ok ? kept.find(({ id }) => id === one.run.id) : undefined
        return one.ok && head ? [{ kept: head, run: one.run }] : []
      })
      const missing = all.flatMap((one) => (one.ok ? [] : [one.reason]))
      setCompared({ phase: 'ready', runs: comparedRuns(loaded, Date.now()), missing })
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [ids, store])
  return compared
}

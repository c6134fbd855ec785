import { TriangleAlert } from 'lucide-react'
import type { CSSProperties } from 'react'
import { formatNumber, formatRate } from '../../base/format'
import type { GraphNode } from './graph'
import { useLoad } from './LoadContext'
import { serverLoad, systemRate } from './load'
import type { LoadScope } from './loadScope'
import styles from './NodeLoad.module.css'

/** What a node did in the part of the run that the canvas shows; on the one that held the run back, a mark. */
export function NodeLoad({ node: { id, kind } }: { readonly node: Pick<GraphNode, 'id' | 'kind'> }) {
  const scope = useLoad()
  if (scope === undefined) return null
  const isBottleneck = scope.bottleneck?.component === id
  const { words, share } = loadOf(scope, id, kind)
  if (words === '' && !isBottleneck) return null
  const title = `${words === '' ? id : words}, ${scope.text}${isBottleneck ? '. Held the run back.' : ''}`
  return (
    <>
      {share !== undefined && (
        <span className={styles.bar} style={{ '--share': Math.min(1, share) } as CSSProperties} aria-hidden="true" />
      )}
      <span className={styles.load} data-load data-bottleneck={isBottleneck} title={title}>
        {isBottleneck && <TriangleAlert size={12} aria-label="Held the run back" />}
        {words}
      </span>
    </>
  )
}

function loadOf({ intervals, range }: LoadScope, id: string, kind: GraphNode['kind']) {
  switch (kind) {
    case 'workload':
      return { words: formatRate(systemRate(intervals, range, 'generated')), share: undefined }
    case 'client':
      return { words: formatRate(systemRate(intervals, range, 'completed')), share: undefined }
    case 'load-balancer':
      return { words: '', share: undefined }
    case 'server': {
      const load = serverLoad(intervals, range, id)
      if (load === undefined) return { words: '', share: undefined }
      const queue = load.waiting >= 0.05 ? ` · ${formatNumber(load.waiting, 2)} waiting` : ''
      return { words: `${formatNumber(load.cpu * 100, 2)} %${queue}`, share: load.cpu }
    }
  }
}

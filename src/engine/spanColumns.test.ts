import { expect, test } from 'vitest'
import { type RequestTrace, spanColumns, spansOf } from './spanColumns'

const traces: RequestTrace[] = [
  {
    id: 7,
    spans: [
      { component: 'client→srv', phase: 'network', from: 1, to: 1.5 },
      { component: 'srv', phase: 'cpu_wait', from: 1.5, to: 2 },
    ],
  },
  { id: 9, spans: [] },
  { id: 3, spans: [{ component: 'srv', phase: 'io_db', from: 0.25, to: 4 }] },
]

test('spans come back as they went in, by the number of their request', () => {
  const columns = spanColumns(traces)
  expect([...columns.id]).toEqual([3, 7, 9])
  for (const { id, spans } of traces) expect(spansOf(columns, id)).toEqual(spans)
  expect(spansOf(columns, 8)).toBeUndefined()
  expect(columns.components).toEqual(['srv', 'client→srv'])
})

import { expect, test } from 'vitest'
import { simulate, singleServer } from '../../../tests/fixtures/scenario'
import { cpu, io } from '../../../tests/fixtures/timeline'
import { traceChosen } from '../../worker/traceChosen'
import { spansTable } from './spansTable'

test('one row per span, by request, without gaps from its generation to its end', () => {
  const scenario = singleServer([cpu(5), io(20)])
  const { requests } = simulate(scenario)
  const request = { scenario, scenarioName: '', seed: 1, replication: 0 }
  const { columns, rows } = spansTable(traceChosen(request, requests, { rate: 0.1 }))
  expect(columns).toEqual(['request', 'component', 'phase', 'start [s]', 'end [s]'])
  expect(rows.length).toBeGreaterThan(200)
  let [last, now] = [0, 0]
  for (const [id, component, phase, start, end] of rows) {
    const at = requests.id.indexOf(Number(id))
    if (id !== last) {
      expect(Number(id)).toBeGreaterThan(last)
      expect([component, phase, start]).toEqual(['users→client', 'network', requests.start[at]])
    } else expect(start).toBe(now)
    ;[last, now] = [Number(id), Number(end)]
    expect(now).toBeLessThanOrEqual(requests.finish[at]!)
  }
})

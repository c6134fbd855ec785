import { expect, test } from 'vitest'
import { meanInterval } from '../../src/stats/meanInterval'
import { mg1MeanWait } from '../../src/stats/queueing/mg1'
import { MMc } from '../../src/stats/queueing/mmc'
import { replicate } from '../../src/validation/checkModel'
import { cpu, exponential, oneServer } from '../../src/validation/models/network'
import { effort } from '../fixtures/effort'

const INTERVALS = 1000
const REPLICATIONS = 10

const workload = { rate: 5, requests: 1000 }

/** Short runs with a warm-up of many relaxation times, so that nothing but chance separates them from theory. */
const cases = [
  { name: 'M/M/1', wait: new MMc(1, 0.5, 0.1).meanWait, scenario: oneServer(workload, [cpu(exponential(0.1))]) },
  { name: 'M/D/1', wait: mg1MeanWait(0.5, 0.1, 0), scenario: oneServer(workload, [cpu(0.1)]) },
  {
    name: 'M/M/2',
    wait: new MMc(2, 1, 0.1).meanWait,
    scenario: oneServer({ rate: 10, requests: 1000 }, [cpu(exponential(0.1))], { cpu_cores: 2 }),
  },
]

/** Takes minutes, so it belongs to the deep verification. */
test.runIf(effort.times > 1)(
  'of 1,000 intervals of 95 % between 93.5 and 96.5 % hold the true mean wait, over all models',
  () => {
    const hits = cases.map(({ name, wait, scenario }) => {
      const model = { id: name, title: name, scenario, replications: REPLICATIONS, warmUp: 20, figures: [] }
      let covered = 0
      for (let i = 0; i < INTERVALS; i++) {
        const waits = Array.from(
          { length: REPLICATIONS },
          (_, r) => replicate(model, effort.seed, i * REPLICATIONS + r).queue.meanWait,
        )
        const { low, high } = meanInterval(waits, 0.95)
        if (low <= wait && wait <= high) covered++
      }
      return covered
    })
    const share = hits.reduce((a, b) => a + b) / (INTERVALS * cases.length)
    expect(share).toBeGreaterThanOrEqual(0.935)
    expect(share).toBeLessThanOrEqual(0.965)
  },
)

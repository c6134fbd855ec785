/**
 * npm run bench [-- --json]: completed requests and events per second of the kernel with every metric
 * on, beside the bare loop of tests/bench/yardstick.ts, measured in turns in the same process.
 * Medians of five runs after a warm-up; CPU time of this process, so that other load matters little.
 */

import { Run } from '../src/engine/run'
import { benchCases } from '../tests/bench/scenarios'
import { runYardstick } from '../tests/bench/yardstick'

const RUNS = 5
const EVENTS_PER_SLICE = 20_000

interface Speed {
  readonly requestsPerSecond: number
  readonly eventsPerSecond: number
}

interface BenchResult {
  readonly name: string
  readonly kernel: Speed
  readonly yardstick?: Speed
  /** Kernel's requests/s over the yardstick's. */
  readonly ratio?: number
  readonly peakMemoryMb: number
}

const json = process.argv.includes('--json')
const results = benchCases.map(({ name, scenario, yardstick }): BenchResult => {
  const kernel: Speed[] = []
  const bare: Speed[] = []
  for (let i = 0; i <= RUNS; i++) {
    const run = new Run({ scenario, scenarioName: name, seed: 1, replication: i, appVersion: 'bench' })
    const speed = timed(() => {
      while (run.advance(EVENTS_PER_SLICE)) {
        // Slices of the length that the Worker uses.
      }
      return { completed: run.view(1).summary.requests.completed, events: run.events }
    })
    if (i > 0) kernel.push(speed)
    if (yardstick) {
      const bareSpeed = timed(() => runYardstick(yardstick, i + 1))
      if (i > 0) bare.push(bareSpeed)
    }
  }
  const ours = median(kernel)
  const peakMemoryMb = process.resourceUsage().maxRSS / 1024
  if (bare.length === 0) return { name, kernel: ours, peakMemoryMb }
  const theirs = median(bare)
  const ratio = ours.requestsPerSecond / theirs.requestsPerSecond
  return { name, kernel: ours, yardstick: theirs, ratio, peakMemoryMb }
})

if (json) process.stdout.write(`${JSON.stringify(results)}\n`)
else for (const result of results) process.stdout.write(`${lineOf(result)}\n`)

function timed(work: () => { completed: number; events: number }): Speed {
  const before = process.cpuUsage()
  const { completed, events } = work()
  const seconds = process.cpuUsage(before).user / 1e6
  return { requestsPerSecond: completed / seconds, eventsPerSecond: events / seconds }
}

function median(speeds: readonly Speed[]): Speed {
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  return {
    requestsPerSecond: middle(speeds.map((speed) => speed.requestsPerSecond)),
    eventsPerSecond: middle(speeds.map((speed) => speed.eventsPerSecond)),
  }
}

function lineOf({ name, kernel, yardstick, ratio, peakMemoryMb }: BenchResult): string {
  const millions = (value: number) => `${(value / 1e6).toFixed(2)} M`
  const beside = yardstick ? `, bare loop ${millions(yardstick.requestsPerSecond)}, ratio ${ratio!.toFixed(2)}` : ''
  return `${name.padEnd(18)} ${millions(kernel.requestsPerSecond)} requests/s, ${millions(kernel.eventsPerSecond)} events/s${beside}, peak ${peakMemoryMb.toFixed(0)} MB`
}

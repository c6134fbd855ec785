/**
 * npm run bench [-- --json] [--node | --chromium] [--long]: completed requests and events per second of the
 * kernel with every metric on, beside the bare loop of tests/bench/yardstick.ts.
 * Medians of five rounds, in Node and in Workers of Chromium if there is one, each in a process or Worker of its own,
 * from code that is built and minified as the page's is.
 * Node: time of the thread on a processor, so that other load matters less. Chromium: wall clock.
 * --long adds 10⁸ events and a day at 150 requests per second, each measured once.
 */
import type { ProcessRound } from '../tests/bench/bench.process'
import { type Measurement, type Round, type Speed, summarize } from '../tests/bench/measure'
import { benchCases } from '../tests/bench/scenarios'
import { ChromiumBench } from './benchInChromium'
import { NodeBench } from './benchInNode'
import { findChromium } from './browser.mjs'

const ROUNDS = 5

interface BenchResult {
  readonly name: string
  readonly node?: Measurement & { readonly peakMemoryMb: number; readonly initialMemoryMb: number }
  readonly chromium?: Measurement
}

const args = process.argv.slice(2)
await measureAll()

async function measureAll(): Promise<void> {
  const node = args.includes('--chromium') ? undefined : await NodeBench.build()
  const browser = !args.includes('--node') && findChromium() ? await ChromiumBench.launch() : undefined
  const asJson = args.includes('--json')
  const results: BenchResult[] = []
  for (const { name, isLong } of benchCases) {
    if (isLong && !args.includes('--long')) continue
    const inNode: ProcessRound[] = []
    const inChromium: Round[] = []
    for (let replication = 1; replication <= (isLong ? 1 : ROUNDS); replication++) {
      if (node) inNode.push(node.measureRound({ name, replication }))
      if (browser) inChromium.push(await browser.measureRound({ name, replication }))
    }
    const result: BenchResult = {
      name,
      ...(node && { node: { ...summarize(inNode), ...memoryOf(inNode) } }),
      ...(browser && { chromium: summarize(inChromium) }),
    }
    results.push(result)
    if (!asJson) process.stdout.write(linesOf(result))
  }
  await browser?.close()
  if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`)
}

function memoryOf(rounds: readonly ProcessRound[]) {
  return {
    peakMemoryMb: Math.max(...rounds.map((round) => round.peakMemoryMb)),
    initialMemoryMb: Math.max(...rounds.map((round) => round.initialMemoryMb)),
  }
}

function linesOf({ name, node, chromium }: BenchResult): string {
  const memory = node ? `, memory ${node.peakMemoryMb.toFixed(0)} MB, ${node.initialMemoryMb.toFixed(0)} before` : ''
  return [node && `${lineOf(name, 'Node', node)}${memory}\n`, chromium && `${lineOf(name, 'Chromium', chromium)}\n`]
    .filter((line) => line !== undefined)
    .join('')
}

function lineOf(name: string, engine: string, { kernel, yardstick, ratio }: Measurement): string {
  const beside = yardstick ? `, bare loop ${millions(yardstick.requestsPerSecond)}, ratio ${ratio!.toFixed(2)}` : ''
  return `${name.padEnd(18)} ${engine.padEnd(9)} ${textOf(kernel)}${beside}`
}

function textOf({ requestsPerSecond, eventsPerSecond }: Speed): string {
  const perEvent = (1e9 / eventsPerSecond).toFixed(0)
  return `${millions(requestsPerSecond)} requests/s, ${millions(eventsPerSecond)} events/s, ${perEvent} ns per event`
}

function millions(value: number): string {
  return `${(value / 1e6).toFixed(2)} M`
}

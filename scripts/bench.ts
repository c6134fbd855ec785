/**
 * npm run bench [-- --json] [--node | --chromium] [--long]: completed requests and events per second of the
 * kernel with every metric on, beside the bare loop of tests/bench/yardstick.ts.
 * Medians of five rounds, in Node and in Workers of Chromium if there is one, each in a process or Worker of its own.
 * Node: user CPU time, so that other load matters less. Chromium: wall clock.
 * --long adds the case of 10⁸ events, measured once.
 */
import { execFileSync } from 'node:child_process'
import { type Measurement, measureRound, type Round, type Speed, summarize } from '../tests/bench/measure'
import { benchCases } from '../tests/bench/scenarios'
import { findChromium } from './browser.mjs'

const ROUNDS = 5

interface NodeRound extends Round {
  /** Largest resident size of the process [MB], the engine and the loader of TypeScript included. */
  readonly peakMemoryMb: number
  /** What it was before the warm-up [MB]. */
  readonly initialMemoryMb: number
}

interface BenchResult {
  readonly name: string
  readonly node?: Measurement & { readonly peakMemoryMb: number; readonly initialMemoryMb: number }
  readonly chromium?: Measurement
}

const args = process.argv.slice(2)
const child = args.indexOf('--round')
if (child >= 0) process.stdout.write(JSON.stringify(measureHere(args[child + 1]!, Number(args[child + 2]))))
else await measureAll()

async function measureAll(): Promise<void> {
  const inNode = !args.includes('--chromium')
  const browser = !args.includes('--node') && findChromium() ? await launchChromium() : undefined
  const asJson = args.includes('--json')
  const results: BenchResult[] = []
  for (const { name, isLong } of benchCases) {
    if (isLong && !args.includes('--long')) continue
    const inTheNode: NodeRound[] = []
    const inTheBrowser: Round[] = []
    for (let replication = 1; replication <= (isLong ? 1 : ROUNDS); replication++) {
      if (inNode) inTheNode.push(measureInNode(name, replication))
      if (browser) inTheBrowser.push(await browser.measureRound({ name, replication }))
    }
    const result: BenchResult = {
      name,
      ...(inNode && { node: { ...summarize(inTheNode), ...memoryOf(inTheNode) } }),
      ...(browser && { chromium: summarize(inTheBrowser) }),
    }
    results.push(result)
    if (!asJson) process.stdout.write(linesOf(result))
  }
  await browser?.close()
  if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`)
}

/** Loaded only here: in the process of a round a bundler would count as its memory. */
async function launchChromium() {
  const { ChromiumBench } = await import('./benchInChromium')
  return ChromiumBench.launch()
}

function measureInNode(name: string, replication: number): NodeRound {
  const round = [...process.execArgv, process.argv[1]!, '--round', name, String(replication)]
  return JSON.parse(execFileSync(process.execPath, round).toString())
}

function measureHere(name: string, replication: number): NodeRound {
  const initialMemoryMb = peakMemoryMb()
  const round = measureRound(name, replication, () => process.cpuUsage().user / 1e6)
  return { ...round, initialMemoryMb, peakMemoryMb: peakMemoryMb() }
}

function peakMemoryMb(): number {
  return process.resourceUsage().maxRSS / 1024
}

function memoryOf(rounds: readonly NodeRound[]) {
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

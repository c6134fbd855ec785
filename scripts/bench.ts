/**
 * npm run bench [-- --json] [--node | --chromium] [--long]: completed requests and events per second of the
 * kernel with every metric on, beside the bare loop of tests/bench/yardstick.ts, in turns in one process.
 * Medians of five runs after a warm-up, in Node and in a Worker of Chromium if there is one.
 * Node: a process for each case; user CPU time, so that other load matters less. Chromium: wall clock.
 * --long adds the case of 10⁸ events.
 */
import { execFileSync } from 'node:child_process'
import { type Measurement, measure, type Speed } from '../tests/bench/measure'
import { type BenchCase, benchCases } from '../tests/bench/scenarios'
import { findChromium } from './browser.mjs'

interface NodeMeasurement extends Measurement {
  /** Largest resident size of the case's process [MB], the engine and the loader of TypeScript included. */
  readonly peakMemoryMb: number
  /** What it was before the first run [MB]. */
  readonly initialMemoryMb: number
}

interface BenchResult {
  readonly name: string
  readonly node?: NodeMeasurement
  readonly chromium?: Measurement
}

const args = process.argv.slice(2)
const child = args.indexOf('--case')
if (child >= 0) process.stdout.write(JSON.stringify(measureHere(args[child + 1]!)))
else await measureAll()

async function measureAll(): Promise<void> {
  const inNode = !args.includes('--chromium')
  const browser = !args.includes('--node') && findChromium() ? await launchChromium() : undefined
  const asJson = args.includes('--json')
  const results: BenchResult[] = []
  for (const bench of benchCases) {
    if (bench.isLong && !args.includes('--long')) continue
    const node = inNode ? measureInNode(bench) : undefined
    const chromium = await browser?.measure(bench.name)
    const result = { name: bench.name, ...(node && { node }), ...(chromium && { chromium }) }
    results.push(result)
    if (!asJson) process.stdout.write(linesOf(result))
  }
  await browser?.close()
  if (asJson) process.stdout.write(`${JSON.stringify(results)}\n`)
}

/** Loaded only here: in a case's own process a bundler would count as its memory. */
async function launchChromium() {
  const { ChromiumBench } = await import('./benchInChromium')
  return ChromiumBench.launch()
}

/** In a process of its own, so that neither compiled code nor memory of another case plays a part. */
function measureInNode({ name }: BenchCase): NodeMeasurement {
  const output = execFileSync(process.execPath, [...process.execArgv, process.argv[1]!, '--case', name])
  return JSON.parse(output.toString())
}

function measureHere(name: string): NodeMeasurement {
  const bench = benchCases.find((bench) => bench.name === name)!
  const initialMemoryMb = peakMemoryMb()
  const measurement = measure(bench, () => process.cpuUsage().user / 1e6)
  return { ...measurement, initialMemoryMb, peakMemoryMb: peakMemoryMb() }
}

function peakMemoryMb(): number {
  return process.resourceUsage().maxRSS / 1024
}

function linesOf({ name, node, chromium }: BenchResult): string {
  const memory = node ? `, memory ${node.peakMemoryMb.toFixed(0)} MB, ${node.initialMemoryMb.toFixed(0)} before` : ''
  return [node && `${lineOf(name, 'Node', node)}${memory}\n`, chromium && `${lineOf(name, 'Chromium', chromium)}\n`]
    .filter((line) => line !== undefined)
    .join('')
}

function lineOf(name: string, engine: string, { kernel, yardstick, ratio }: Measurement): string {
  const beside = yardstick ? `, bare loop ${millions(yardstick.requestsPerSecond)}, ratio ${ratio!.toFixed(2)}` : ''
  return `${name.padEnd(18)} ${engine.padEnd(9)} ${speedOf(kernel)}${beside}`
}

function speedOf({ requestsPerSecond, eventsPerSecond }: Speed): string {
  const perEvent = (1e9 / eventsPerSecond).toFixed(0)
  return `${millions(requestsPerSecond)} requests/s, ${millions(eventsPerSecond)} events/s, ${perEvent} ns per event`
}

function millions(value: number): string {
  return `${(value / 1e6).toFixed(2)} M`
}

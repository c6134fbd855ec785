import { readFileSync } from 'node:fs'
import { measureRound, type Round } from './measure'

/** A round in a process of its own, and its memory. */
export interface ProcessRound extends Round {
  /** Largest resident size of the process [MB], the engine included. */
  readonly peakMemoryMb: number
  /** What it was before the warm-up [MB]. */
  readonly initialMemoryMb: number
}

/** Called with a case's name and a replication; prints the {@link ProcessRound} as JSON. By the processor's time: other load matters less. */
const [name = '', replication] = process.argv.slice(2)
const initialMemoryMb = peakMemoryMb()
const round: Round = measureRound(name, Number(replication), () => process.cpuUsage().user / 1e6)
process.stdout.write(JSON.stringify({ ...round, initialMemoryMb, peakMemoryMb: peakMemoryMb() } satisfies ProcessRound))

/** Linux counts it since the process began; elsewhere that of the process that started it may be in it. */
function peakMemoryMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}

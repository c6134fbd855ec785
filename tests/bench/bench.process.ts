import { readFileSync } from 'node:fs'
import { measureRound, type Round } from './measure'

/** A round in a process of its own, and its memory. */
export interface ProcessRound extends Round {
  /** Largest resident size of the process [MB], the engine included. */
  readonly peakMemoryMb: number
  /** What it was before the warm-up [MB]. */
  readonly initialMemoryMb: number
}

/** Called with a case's name and a replication; prints the {@link ProcessRound} as JSON. */
const [name = '', replication] = process.argv.slice(2)
const initialMemoryMb = peakMemoryMb()
const round: Round = measureRound(name, Number(replication), seconds)
process.stdout.write(JSON.stringify({ ...round, initialMemoryMb, peakMemoryMb: peakMemoryMb() } satisfies ProcessRound))

/**
 * What this thread has had of a processor [s]: other load matters less than by the clock, and code that is compiled
 * beside the run does not count, as it does not in a Worker. Where Linux does not tell, what the process has had.
 */
function seconds(): number {
  if (process.platform !== 'linux') return process.cpuUsage().user / 1e6
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e9
}

/** Linux counts it since the process began; elsewhere that of the process that started it may be in it. */
function peakMemoryMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  return Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}

import { execFileSync } from 'node:child_process'
import type { ProcessRound } from '../tests/bench/bench.process'
import type { BenchRequest } from '../tests/bench/bench.worker'
import { bundle } from './bundle'

/** Measures cases in processes of Node, from code that is built like the page's. */
export class NodeBench {
  private constructor(private readonly code: string) {}

  static async build(): Promise<NodeBench> {
    return new NodeBench(await bundle(new URL('../tests/bench/bench.process.ts', import.meta.url), true))
  }

  /** Measures a case once, in a process of its own. */
  measureRound({ name, replication }: BenchRequest): ProcessRound {
    const args = ['--input-type=module', '-', name, String(replication)]
    return JSON.parse(execFileSync(process.execPath, args, { input: this.code }).toString())
  }
}

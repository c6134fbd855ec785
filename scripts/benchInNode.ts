import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProcessRound } from '../tests/bench/bench.process'
import type { BenchRequest } from '../tests/bench/bench.worker'
import { bundle } from './bundle'

/** Measures cases in processes of Node, from code that is built like the page's. */
export class NodeBench {
  private constructor(private readonly folder: string) {}

  static async build(): Promise<NodeBench> {
    const code = await bundle(new URL('../tests/bench/bench.process.ts', import.meta.url), true)
    const bench = new NodeBench(mkdtempSync(join(tmpdir(), 'asyncflow-bench-')))
    writeFileSync(bench.file, code)
    return bench
  }

  private get file(): string {
    return join(this.folder, 'bench.mjs')
  }

  /** Measures a case once, in a process of its own. */
  measureRound({ name, replication }: BenchRequest): ProcessRound {
    return JSON.parse(execFileSync(process.execPath, [this.file, name, String(replication)]).toString())
  }

  close(): void {
    rmSync(this.folder, { recursive: true })
  }
}

import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { createVitest, type TestModule } from 'vitest/node'
import type { Killer } from './killers'
import type { Mutant } from './mutants'

/** A killer let loose on the code, with a mutant in it or without. */
export interface Trial {
  /** Stable name, different from that of other trials. */
  readonly name: string
  readonly killer: Killer
  readonly mutant?: Mutant
}

/** What came of a trial. */
export interface Verdict {
  /** Number of tests that ran. */
  readonly tests: number
  /** Titles and messages of those that failed. */
  readonly failed: readonly string[]
  /** Why the file could not run at all: a mutant whose place is not found, a syntax error. */
  readonly errors: readonly string[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Lets a vitest of its own run all trials, one after the other; modules are patched on their way in and no file is
 * written.
 * @returns verdicts by the trials' names
 */
export async function runTrials(trials: readonly Trial[]): Promise<ReadonlyMap<string, Verdict>> {
  let present: Mutant | undefined
  const patchPresent: Plugin = {
    name: 'patch-present-mutant',
    enforce: 'pre',
    transform: (code, path) => (present && path === root + present.file ? patched(code, present) : undefined),
  }
  const efforts = new Set(trials.map(({ killer }) => effortOf(killer)))
  const vitest = await createVitest('test', {
    root,
    config: false,
    watch: false,
    reporters: [{}],
    projects: [...efforts].map((effort) => ({
      root,
      plugins: [patchPresent],
      test: {
        name: effort,
        include: [...new Set(trials.map(({ killer }) => killer.file))],
        pool: 'threads',
        testTimeout: 60_000,
        env: { VERIFY_EFFORT: effort },
        setupFiles: [`${root}tests/mutants/withoutShrinking.ts`],
      },
    })),
  })
  const verdicts = new Map<string, Verdict>()
  try {
    for (const { name, killer, mutant } of trials) {
      const specification = vitest
        .getProjectByName(effortOf(killer))
        .createSpecification(root + killer.file, { ...(killer.tests && { testNamePattern: killer.tests }) })
      present = mutant
      if (mutant) vitest.invalidateFile(root + mutant.file)
      const { testModules } = await vitest.runTestSpecifications([specification])
      if (mutant) vitest.invalidateFile(root + mutant.file)
      // Modules of earlier trials are among them.
      verdicts.set(name, verdictOf(testModules.find(({ id }) => id === specification.taskId)!))
    }
  } finally {
    await vitest.close()
  }
  return verdicts
}

const effortOf = ({ effort = 0.03 }: Killer) => String(effort)

function verdictOf(module: TestModule): Verdict {
  const ran = [...module.children.allTests()].filter((test) => test.result().state !== 'skipped')
  return {
    tests: ran.length,
    failed: ran.flatMap((test) => test.result().errors?.map(({ message }) => `${test.fullName}: ${message}`) ?? []),
    errors: module.errors().map(({ message }) => message),
  }
}

function patched(code: string, { id, file, edits }: Mutant): string {
  return edits.reduce((text, [find, replace]) => {
    const pieces = text.split(find)
    if (pieces.length !== 2) throw new Error(`mutant ${id}: ${pieces.length - 1} × in ${file}: ${find}`)
    return pieces.join(replace)
  }, code)
}

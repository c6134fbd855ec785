import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests beside the code (`src`) go before those of whole runs (`tests`): the first one that fails is the last one run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
  }
}

/** The quick tests of the layers left of the page: what they let live may still be found by the long ones. */
export default defineConfig({
  define: { __APP_VERSION__: '"test"' },
  test: {
    include: [
      'src/{kernel,catalog,scenario,stats}/**/*.test.ts',
      'src/engine/*.test.ts',
      'tests/{invariants,reference}/*.test.ts',
      'tests/samplers/{functions,quantiles}.test.ts',
    ],
    exclude: ['src/engine/{instability,run,sanity}.test.ts', 'src/scenario/size/*.test.ts'],
    env: { VERIFY_EFFORT: '0.005' },
    // Each mutant is a run of its own; within it, tests may share what they import.
    isolate: false,
    sequence: { sequencer: NearestFirst },
    setupFiles: ['tests/mutants/withoutShrinking.ts'],
    testTimeout: 600_000,
  },
})

import { defineConfig } from 'vitest/config'

/** The quick tests of the layers left of the page: what they let live may still be found by the long ones. */
export default defineConfig({
  define: { __APP_VERSION__: '"test"' },
  test: {
    include: [
      'src/{kernel,catalog,scenario}/**/*.test.ts',
      'src/{engine,stats}/*.test.ts',
      'tests/{invariants,reference}/*.test.ts',
      'tests/samplers/quantiles.test.ts',
    ],
    exclude: ['src/engine/{instability,run,sanity}.test.ts', 'src/scenario/size/*.test.ts'],
    env: { VERIFY_EFFORT: '0.005' },
    setupFiles: ['tests/mutants/withoutShrinking.ts'],
    testTimeout: 600_000,
  },
})

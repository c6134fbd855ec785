import { computeGolden, referenceRuns } from '../src/validation/goldens'

/* What `npm run test:jsc` bundles for JavaScriptCore's shell, which has no console. */

declare function print(line: string): void

for (const { reference, seed } of referenceRuns()) print(JSON.stringify(computeGolden(reference, seed)))

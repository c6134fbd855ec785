// npm run mutation [-- --mutate 'src/kernel/math/*.ts' --testFiles 'src/kernel/**/*.test.ts,tests/samplers/*.test.ts']:
// Stryker changes the code in thousands of small ways and counts what the quick tests notice. Everything takes hours, at
// low priority; a folder with the tests that belong to it, minutes. Since nothing else needs its packages, they are
// fetched here, below the packages of this repository, whose vitest and TypeScript they then find.
import { setPriority } from 'node:os'
import { ensureInstalled, root, run } from './shell.mjs'

const VERSION = '9.6.1'
const folder = `${root}/node_modules/.cache/stryker`

ensureInstalled()
const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`)
const installed = run('npm', [
  'install',
  '--prefix',
  folder,
  '--legacy-peer-deps',
  '--no-audit',
  '--no-fund',
  ...packages,
])
if (installed !== 0) process.exit(installed)
setPriority(19)
const stryker = `${folder}/node_modules/@stryker-mutator/core/bin/stryker.js`
const options = process.argv.slice(2)
// A choice of files replaces the one in stryker.json: say again what is never mutated.
const chosen = options.indexOf('--mutate') + 1
if (chosen > 0) options[chosen] += ',!src/**/*.test.ts,!src/scenario/generated/**'
const command = [process.execPath, stryker, 'run', 'tests/mutants/stryker.json', ...options]
// Some mutants ask for memory without end: let them fail at 4 GB instead of the machine.
process.exit(run('sh', ['-c', 'ulimit -d 4000000 && exec "$@"', 'sh', ...command]))

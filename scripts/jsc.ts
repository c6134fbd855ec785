/**
 * The reference runs in JavaScriptCore, Safari's engine, by its shell (Debian: libjavascriptcoregtk-4.0-bin):
 *   npm run test:jsc
 * Compares every fingerprint with src/validation/goldens.json; exits with 1 when one differs.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Golden } from '../src/validation/goldens'
import goldens from '../src/validation/goldens.json'
import { findJsc } from './browser.mjs'

const jsc = findJsc()
if (jsc === undefined) {
  console.error('There is no jsc: install libjavascriptcoregtk-4.0-bin, or name the shell by JSC_PATH.')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'asyncflow-jsc-'))
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    copyPublicDir: false,
    lib: {
      entry: fileURLToPath(new URL('./jscRuns.ts', import.meta.url)),
      formats: ['iife'],
      name: 'runs',
      fileName: () => 'runs.js',
    },
  },
})
const { stdout, stderr } = spawnSync(jsc, [join(folder, 'runs.js')], { encoding: 'utf8', maxBuffer: 2 ** 26 })
rmSync(folder, { recursive: true })

const computed: Golden[] = stdout
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line))
let same = 0
for (const golden of goldens) {
  const here = computed.find(({ scenario, seed }) => scenario === golden.scenario && seed === golden.seed)
  if (JSON.stringify(here) === JSON.stringify(golden)) same++
  else console.log(`${golden.scenario}, seed ${golden.seed}: differs`)
}
if (computed.length < goldens.length) console.error(stderr || stdout.slice(-1000))
console.log(`${same} of ${goldens.length} reference runs are the same in JavaScriptCore`)
process.exit(same === goldens.length ? 0 : 1)

// npm test: installs what is missing, then everything that can tell whether the project is sound.
// Ends with a line `N passed, N failed` and exits with 1 if anything failed.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, runTool } from './shell.mjs'

ensureInstalled()
const { ensureChromium } = await import('./browser.mjs')
await ensureChromium()

const reports = mkdtempSync(join(tmpdir(), 'asyncflow-studio-'))
const unitReport = join(reports, 'unit.json')
const journeyReport = join(reports, 'journeys.json')
let passed = 0
let failed = 0

const count = (ok) => {
  if (ok) passed++
  else failed++
}

for (const project of ['tsconfig.pure.json', 'tsconfig.worker.json', 'tsconfig.json', 'tsconfig.node.json']) {
  count(runTool('tsc', ['-p', project]) === 0)
}
count(runTool('biome', ['check', '.']) === 0)
count(runTool('depcruise', ['src', '--config', '.dependency-cruiser.cjs']) === 0)

const unit = runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
const unitCounts = read(unitReport, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests])
addRun(unit, unitCounts)

const built = runTool('vite', ['build'])
count(built === 0)
if (built === 0) {
  const journeys = runTool('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport,
  })
  addRun(
    journeys,
    read(journeyReport, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]),
  )
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** Counts of one runner; a runner that broke off without a failed test is itself a failure. */
function addRun(status, [ok, bad]) {
  passed += ok
  failed += bad > 0 || status === 0 ? bad : 1
}

function read(file, counts) {
  try {
    return counts(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return [0, 0]
  }
}

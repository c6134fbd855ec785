// npm test: installs what is missing, then everything that can tell whether the project is sound.
// Ends with a line `N passed, N failed` and exits with 1 if anything failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled, root, runTool } from './shell.mjs'

ensureInstalled()
const { ensureChromium, findFirefox, findJsc } = await import('./browser.mjs')
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

const checks = await inParallel([
  ['vite', 'build'],
  ['tsc', '-p', 'tsconfig.node.json'],
  ['tsc', '-p', 'tsconfig.json'],
  ['tsc', '-p', 'tsconfig.worker.json'],
  ['tsc', '-p', 'tsconfig.pure.json'],
  ['depcruise', 'src', '--config', '.dependency-cruiser.cjs'],
  ['biome', 'check', '.'],
])
for (const ok of checks) count(ok)
const [isBuilt] = checks

const unit = runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
const unitCounts = read(unitReport, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests])
addRun(unit, unitCounts)

if (findJsc()) count(runTool('tsx', ['scripts/jsc.ts']) === 0)
else console.log('\nThere is no shell of JavaScriptCore here (jsc): reference runs in it are left out.')

if (isBuilt) {
  if (!findFirefox()) console.log('\nThere is no Firefox here: reference runs in it are left out.')
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

/** Runs commands, the longest first, as many at a time as there are cores; tells of each whether it succeeded. */
async function inParallel(commands) {
  const successes = []
  const waiting = commands.entries()
  const work = async () => {
    for (const [i, command] of waiting) successes[i] = await succeeds(command)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return successes
}

/** Runs a program that npm installed; shows what it said when it has ended. */
function succeeds(command) {
  return new Promise((resolve) => {
    const tool = spawn('npx', ['--no-install', ...command], { cwd: root, shell: process.platform === 'win32' })
    const output = []
    for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (data) => output.push(data))
    tool.on('error', ({ message }) => output.push(Buffer.from(`${message}\n`)))
    tool.on('close', (status) => {
      console.log(`\n> ${command.join(' ')}\n${Buffer.concat(output)}`)
      resolve(status === 0)
    })
  })
}

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

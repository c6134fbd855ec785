/**
 * Accepts new fingerprints of the reference runs: npm run golden:update
 * Prints the figures of every run that changed, old and new beside each other, and writes
 * src/validation/goldens.json. Where a known run changes it refuses as long as CHANGELOG.md says nothing new:
 * a change of results has a reason that users are told.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import type * as Goldens from '../src/validation/goldens'

const FILE = new URL('../src/validation/goldens.json', import.meta.url)

// Vite reads the scenarios as the page does.
const { module } = await runnerImport<typeof Goldens>('/src/validation/goldens.ts')
const { computeGolden, goldenOf, goldens, isSameRun, referenceRuns } = module

const fresh = referenceRuns().map(({ reference, seed }) => computeGolden(reference, seed))
const changed = fresh.filter((golden) => !isAccepted(golden))
const isGone = ({ scenario, seed }: Goldens.Golden) =>
  !fresh.some((one) => one.scenario === scenario && one.seed === seed)
const gone = goldens.filter(isGone)
const isKnown = ({ scenario, seed }: Goldens.Golden) => goldenOf(scenario, seed) !== undefined

for (const golden of changed) report(goldenOf(golden.scenario, golden.seed), golden)
for (const { scenario, seed } of gone) console.log(`\n${scenario}, seed ${seed}: gone`)
console.log(`\n${fresh.length} reference runs: ${changed.length} changed or new, ${gone.length} gone`)

if (changed.length + gone.length > 0) {
  if ((changed.some(isKnown) || gone.length > 0) && !changelogSaysWhy()) {
    console.error('Not written: first add a line to CHANGELOG.md that says why results change.')
    process.exit(1)
  }
  writeFileSync(FILE, `${JSON.stringify(fresh, undefined, 2)}\n`)
  console.log('Written to src/validation/goldens.json.')
}

function isAccepted({ scenario, seed, fingerprint }: Goldens.Golden): boolean {
  const accepted = goldenOf(scenario, seed)
  return accepted !== undefined && isSameRun(accepted.fingerprint, fingerprint)
}

function report(before: Goldens.Golden | undefined, after: Goldens.Golden): void {
  console.log(`\n${after.scenario}, seed ${after.seed}${before === undefined ? ': new' : ''}`)
  printBeside({ ...before?.fingerprint }, { ...after.fingerprint })
  printBeside({ events: before?.events, ...before?.figures }, { events: after.events, ...after.figures })
}

function printBeside(before: Record<string, unknown>, after: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(after)) {
    const mark = before[name] === value ? ' ' : '≠'
    console.log(`  ${mark} ${name.padEnd(15)} ${String(before[name] ?? '–').padEnd(22)} ${value ?? '–'}`)
  }
}

/** Whether CHANGELOG.md has a line that the last commit does not have. */
function changelogSaysWhy(): boolean {
  const diff = execFileSync('git', ['diff', 'HEAD', '--unified=0', '--', 'CHANGELOG.md'], { encoding: 'utf8' })
  return diff.split('\n').some((line) => /^\+[^+].*\S/.test(line))
}

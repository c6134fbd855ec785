import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root, runTool } from './shell.mjs'

/*
 * npm run verify:deep -- [--seed N] [--effort N] [FILES]
 *
 * Runs every test that asks `tests/fixtures/effort.ts` how much to do, from a fresh seed and with many times the usual
 * effort (10 unless told), or only those tests whose path contains one of FILES. The same seed and effort repeat a run.
 */

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, effort: { type: 'string', default: '10' } },
  allowPositionals: true,
})
const seed = values.seed ?? String(randomInt(2 ** 31))
const { effort } = values

const files = ['src', 'tests']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => file.endsWith('.test.ts') && usesEffort(file))
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))

console.log(`seed ${seed}, effort ${effort}, ${files.length} files`)
const status = runTool('vitest', ['run', '--testTimeout=0', '--hookTimeout=0', '--reporter=verbose', ...files], {
  VERIFY_SEED: seed,
  VERIFY_EFFORT: effort,
})
console.log(
  status === 0
    ? `verified: no counterexample from seed ${seed}`
    : `NOT verified; repeat it with: npm run verify:deep -- --seed ${seed} --effort ${effort}`,
)
process.exit(status)

function usesEffort(file: string): boolean {
  return /\/(effort|forAll|agreement)'/.test(readFileSync(join(root, file), 'utf8'))
}

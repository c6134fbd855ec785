/**
 * Replays every recorded run (`*.json`) in a folder through the kernel:
 *   npm run --silent conformance -- DIR
 * Prints a line per tape, what differs under it, and last `N passed, N failed`; exits with 1 if any failed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replay } from '../tests/conformance/replay'
import type { Tape } from '../tests/conformance/tape'

const [folder, ...rest] = process.argv.slice(2)
if (folder === undefined || rest.length > 0) {
  process.stderr.write('usage: npm run --silent conformance -- DIR\n')
  process.exit(2)
}

let passed = 0
let failed = 0
for (const file of tapesIn(folder)) {
  const differences = differencesOf(join(folder, file))
  process.stdout.write(`${differences.length === 0 ? 'passed' : 'FAILED'}  ${file}\n`)
  for (const difference of differences) process.stdout.write(`        ${difference}\n`)
  if (differences.length === 0) passed++
  else failed++
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

function tapesIn(path: string): string[] {
  try {
    return readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .sort()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return process.exit(2)
  }
}

/** A tape that cannot be read, or that the kernel runs off, has failed like one that differs. */
function differencesOf(file: string): readonly string[] {
  try {
    return replay(JSON.parse(readFileSync(file, 'utf8')) as Tape)
  } catch (error) {
    return [(error as Error).message]
  }
}

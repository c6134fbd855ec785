/**
 * Replays every recorded run (`*.json`, in any case) in a folder through the kernel:
 *   npm run --silent conformance -- DIR
 * Prints a line per tape, what differs under it, and last `N passed, N failed`; exits with 1 if any failed or there was
 * none, with 2 if the folder cannot be read.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replay } from '../tests/conformance/replay'
import { asTape } from '../tests/conformance/tape'

const [folder, ...rest] = process.argv.slice(2)
if (folder === undefined || rest.length > 0) {
  process.stderr.write('usage: npm run --silent conformance -- DIR\n')
  process.exit(2)
}

let passed = 0
let failed = 0
const tapes = tapesIn(folder)
if (tapes.length === 0) stop(`${folder} has no tapes (*.json)`, 1)
for (const file of tapes) {
  const differences = differencesOf(join(folder, file))
  process.stdout.write(`${differences.length === 0 ? 'passed' : 'FAILED'}  ${file}\n`)
  for (const difference of differences) process.stdout.write(`        ${difference}\n`)
  if (differences.length === 0) passed++
  else failed++
}
writeCounts()
process.exit(failed === 0 ? 0 : 1)

function writeCounts(): void {
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
}

/** Nothing was replayed, which must not look like success. */
function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`)
  writeCounts()
  return process.exit(code)
}

function tapesIn(path: string): string[] {
  try {
    return readdirSync(path)
      .filter((file) => /\.json$/i.test(file))
      .sort()
  } catch (error) {
    return stop((error as Error).message, 2)
  }
}

/** A tape that cannot be read, or that the kernel runs off, has failed like one that differs. */
function differencesOf(file: string): readonly string[] {
  try {
    return replay(asTape(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (error) {
    return [(error as Error).message]
  }
}

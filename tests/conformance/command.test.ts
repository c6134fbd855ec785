import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from '../fixtures/command'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asyncflow-tapes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const recorded = fileURLToPath(new URL('./tapes/s1_single.json', import.meta.url))

test('a folder without tapes is an error, not a success', () => {
  const { lines, stderr, status } = runCommand('conformance', folder)
  expect(lines).toEqual(['0 passed, 0 failed'])
  expect(stderr).toContain('has no tapes')
  expect(status).toBe(1)
})

test('a folder that does not exist is told, and nothing passed', () => {
  const { lines, stderr, status } = runCommand('conformance', join(folder, 'nowhere'))
  expect(lines).toEqual(['0 passed, 0 failed'])
  expect(stderr).toContain('nowhere')
  expect(status).toBe(2)
})

test('a tape is known by its ending in capitals too, and by the first field that it lacks', () => {
  copyFileSync(recorded, join(folder, 'WHOLE.JSON'))
  writeFileSync(join(folder, 'half.json'), '{ "scenario_yaml": "", "generated": 0 }')
  const { lines, status } = runCommand('conformance', folder)
  expect(lines).toEqual([
    'passed  WHOLE.JSON',
    'FAILED  half.json',
    '        the tape has no field "tape"',
    '1 passed, 1 failed',
  ])
  expect(status).toBe(1)
})

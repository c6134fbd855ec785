import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

/* The lint of `npm run check` finds what would make results differ, wherever a run is computed. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const planted = mkdtempSync(join(tmpdir(), 'asyncflow-lint-'))
for (const part of ['biome.json', 'lint']) cpSync(join(root, part), join(planted, part), { recursive: true })
afterAll(() => rmSync(planted, { recursive: true }))

/** Lines on which the lint finds an error. */
function errorLines(path: string, lines: readonly string[]): number[] {
  const file = join(planted, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, lines.join('\n'))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', '--max-diagnostics=200', file], {
    cwd: planted,
    encoding: 'utf8',
  })
  const found = [...stdout.matchAll(/^::error .*?,line=(\d+)/gm)].map(([, line]) => Number(line))
  return [...new Set(found)].sort((a, b) => a - b)
}

const forbidden = [
  'export const a = Math.exp(1)',
  'export const b = Math.log(2)',
  'export const c = Math.pow(2, 0.5)',
  'export const d = Math.sin(1) + Math.hypot(3, 4)',
  'export const e = Math.random()',
  "export const f = Math['cbrt'](8)",
  'export const { tan } = Math',
  'export const g = a ** 2',
  'export const h = 2 ** 0.5',
  'export let i = a; i **= 3',
  'export const j = Date.now()',
  'export const k = new Date(0)',
  'export const l = performance.now()',
  "export const m = new Intl.NumberFormat('en')",
  'export const n = (5000).toLocaleString()',
  "export const o = 'a'.localeCompare('b')",
  'export const p = crypto.getRandomValues(new Uint8Array(1))',
  'export const q = 2 ** i',
  'export const r = 2 ** (i / 3)',
  'export const s = 2 ** 5e-1',
  'export const t = globalThis.Math.exp(1)',
  'export const { exp } = globalThis.Math',
  'export const u = new globalThis.Date()',
  'export const v = globalThis.performance.now()',
]
const allowed = [
  'export const a = Math.sqrt(2) + Math.floor(1.5) + Math.imul(3, 4) + Math.clz32(1) + Math.PI',
  'export const b = 2 ** -54 + 2 ** 26',
  'export const c = Math.min(1, 2) * Math.abs(-1)',
]

test.each([
  'src/base/planted.ts',
  'src/kernel/des/planted.ts',
  'src/kernel/random/distributions/planted.ts',
  'src/stats/planted.ts',
  'src/engine/planted.ts',
  'src/validation/planted.ts',
  'src/catalog/steps/planted/model.ts',
  'src/catalog/policies/routing/planted.ts',
  'src/catalog/nodes/planted/planted.ts',
])('in %s the lint finds every planted use', (path) => {
  expect(errorLines(path, forbidden)).toEqual(forbidden.map((_, i) => i + 1))
})

test('what every engine computes alike is allowed', () => {
  expect(errorLines('src/kernel/des/planted.ts', allowed)).toEqual([])
})

test('the page may look at the clock', () => {
  expect(errorLines('src/ui/planted.ts', ['export const a = Math.log(2) + Date.now()'])).toEqual([])
})

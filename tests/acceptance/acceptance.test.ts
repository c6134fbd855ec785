import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** Rows of docs/acceptance.md: the criterion's number and the files of its tests. */
const rows = [...read('docs/acceptance.md').matchAll(/^\| ([DEF]\d\d) \| [^|]+ \| ([^|]+) \|/gm)].map(
  ([, number = '', files = '']) => ({ number, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) }),
)

test('every criterion has a row', () => {
  const upTo = (letter: string, last: number) =>
    Array.from({ length: last }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`)
  expect(rows.map(({ number }) => number)).toEqual([...upTo('D', 12), ...upTo('E', 14), ...upTo('F', 4)])
})

test.each(rows)('$number stands in the title of a test in each file that is named', ({ number, files }) => {
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const titles = [...read(file).matchAll(/\b(?:test|it|describe)(?:\.each[^`'"]*)?\(\s*[`'"]([^\n]+)/g)].map(
      ([, title = '']) => title,
    )
    expect(
      titles.some((title) => title.includes(number)),
      `${number} in ${file}`,
    ).toBe(true)
  }
})

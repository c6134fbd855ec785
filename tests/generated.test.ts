import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../scripts/generate'

describe('the generated files', () => {
  for (const { path, text } of generatedFiles()) {
    it(`${path} is what npm run generate writes today`, () => {
      expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text)
    })
  }

  it('the validator builds no code and loads nothing at run time', () => {
    const validator = readFileSync(new URL('../src/scenario/generated/validate.js', import.meta.url), 'utf8')
    expect(validator).not.toMatch(/\beval\b|new Function|\bFunction\(|require\(|import\(|^import /m)
  })

  it('the published schema lets every key be left out that has a default', () => {
    const schema = JSON.parse(readFileSync(new URL('../public/scenario.schema.json', import.meta.url), 'utf8'))
    const edge = schema.properties.topology_graph.properties.edges.items
    expect(edge.required).toEqual(['id', 'source', 'target', 'latency'])
    expect(edge.properties.dropout_rate).toMatchObject({ default: 0.01, minimum: 0, maximum: 1, 'x-unit': '0…1' })
    expect(schema.properties.sim_settings.required).toBeUndefined()
  })
})

import type { MapSketch, Sketch } from './sketch'

/**
 * Snippets in the common notation of editors: `${1:text}` is a place to fill in, `${1|a,b|}` a choice.
 * What comes from a scenario is escaped, so that it is never read as notation.
 */
export function printValue(sketch: Sketch, column: number): string {
  return new SnippetPrinter().afterKey(sketch, column)
}

/** The same in one line, for use within brackets. */
export function printFlow(sketch: Sketch): string {
  return new SnippetPrinter().flow(sketch)
}

/** The entries of a map in one line, for use within its brackets. */
export function printEntries(sketch: MapSketch): string {
  return new SnippetPrinter().entries(sketch)
}

/** What follows a dash whose item stands at `column`. */
export function printItem(sketch: Sketch, column: number): string {
  return new SnippetPrinter().item(sketch, column)
}

/** A scalar as YAML writes it: in quotes where plain text would mean something else. */
export function yamlScalar(value: string): string {
  const isPlain = /^[A-Za-z_/][\w./-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
  return isPlain ? value : JSON.stringify(value)
}

/** Text that a snippet inserts as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

class SnippetPrinter {
  private places = 0

  afterKey(sketch: Sketch, column: number): string {
    if (sketch.kind === 'list' && sketch.items.some(isCollection)) {
      const indent = lineAt(column + 2)
      return sketch.items.map((item) => `${indent}- ${this.item(item, column + 4)}`).join('')
    }
    if (sketch.kind === 'map' && !isShort(sketch, column)) {
      return `${lineAt(column + 2)}${this.item(sketch, column + 2)}`
    }
    return ` ${this.flow(sketch)}`
  }

  item(sketch: Sketch, column: number): string {
    if (sketch.kind !== 'map') return this.flow(sketch)
    return sketch.entries.map(([key, value]) => `${key}:${this.afterKey(value, column)}`).join(lineAt(column))
  }

  flow(sketch: Sketch): string {
    switch (sketch.kind) {
      case 'fixed':
        return escapeSnippet(yamlScalar(sketch.text))
      case 'fill':
        return this.place(sketch.text, sketch.choices)
      case 'list':
        return `[${sketch.items.map((item) => this.flow(item)).join(', ')}]`
      case 'map':
        return `{ ${this.entries(sketch)} \\}`
    }
  }

  entries({ entries }: MapSketch): string {
    return entries.map(([key, value]) => `${key}: ${this.flow(value)}`).join(', ')
  }

  private place(text: string, choices: readonly string[] | undefined): string {
    this.places += 1
    if (choices === undefined) return `\${${this.places}:${escapeSnippet(text)}}`
    const options = choices.map((choice) => escapeSnippet(yamlScalar(choice)).replace(/[,|]/g, '\\$&'))
    return `\${${this.places}|${options.join(',')}|}`
  }
}

/** Short maps of scalars read better in one line, except at the outermost level. */
function isShort(sketch: MapSketch, column: number): boolean {
  return sketch.entries.length <= 3 && !sketch.entries.some(([, value]) => isCollection(value)) && column > 0
}

function isCollection({ kind }: Sketch): boolean {
  return kind === 'map' || kind === 'list'
}

function lineAt(column: number): string {
  return `\n${' '.repeat(column)}`
}

import type { Hover } from '../../scenario/language/hover'

/**
 * A hover as Markdown. Everything in it comes from the schema, never from the scenario:
 * Markdown made of someone's text could load pictures.
 */
export function hoverMarkdown({ title, description, unit, default: fallback, bounds }: Hover): string {
  const facts = [
    ...(unit === undefined ? [] : [`Unit: ${unit}`]),
    ...(fallback === undefined ? [] : [`Default: \`${fallback}\``]),
    ...(bounds === undefined ? [] : [`Allowed: ${bounds}`]),
  ]
  const parts = [`**${title}**`, ...(description === undefined ? [] : [description]), ...facts]
  return parts.join('\n\n')
}

import type { Diagnostic } from '../diagnostic'

/** Bounds within which a text is read at all. A scenario of 100 servers needs about a tenth of each. */
export const limits = {
  /** Size of the text in UTF-8 [bytes]. */
  textBytes: 256 * 1024,
  /** Maps and lists inside one another. */
  depth: 32,
  /** Keys, scalars, maps and lists, aliases counted as what they stand for. */
  nodes: 20_000,
  /** References (`*name`) to anchors, and anchors themselves. */
  aliases: 50,
} as const

/** Refuses a text that is empty, too long or not text, before anything reads it. */
export function findUnreadable(text: string): Diagnostic | undefined {
  const bytes = utf8Length(text)
  if (bytes > limits.textBytes)
    return refusal('text-too-long', 0, 0, `The text has ${Math.ceil(bytes / 1024)} KB; the limit is 256 KB.`, {
      hint: 'Leave out what the simulation does not need, or split the scenario.',
    })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(text)
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return refusal(
      'control-character',
      control.index,
      control.index + 1,
      `The text contains the control character U+${code}, which YAML does not allow.`,
      { hint: 'Is this a binary file? If not, delete the character.' },
    )
  }
  return undefined
}

/** An error that ends the reading of the text. */
export function refusal(
  code: string,
  start: number,
  end: number,
  message: string,
  { hint }: { readonly hint?: string } = {},
): Diagnostic {
  return { code, severity: 'error', range: { start, end }, path: [], message, ...(hint === undefined ? {} : { hint }) }
}

function utf8Length(text: string): number {
  if (text.length > limits.textBytes) return text.length
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0x800) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2
    else if (unit >= 0x80) bytes += 1
  }
  return bytes
}

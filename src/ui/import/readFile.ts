import { formatNumber } from '../../base/format'
import { limits } from '../../scenario/yaml/limits'

/** What we need of a file. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

export type FileReading =
  | { readonly ok: true; readonly kind: 'scenario' | 'run'; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly reason: string }

/** Largest run file [bytes]: some million requests. */
const LARGEST_RUN = 256 * 1024 * 1024

const kinds: Record<string, { readonly kind: 'scenario' | 'run'; readonly what: string; readonly limit: number }> = {
  yml: { kind: 'scenario', what: 'a scenario', limit: limits.textBytes },
  yaml: { kind: 'scenario', what: 'a scenario', limit: limits.textBytes },
  json: { kind: 'run', what: 'a run', limit: LARGEST_RUN },
}

/** The text of a file that may be a scenario or a run; whatever is wrong with it is said before it is opened. */
export async function readFile(file: DroppedFile): Promise<FileReading> {
  const [, name = file.name, extension = ''] = /^(.*)\.([^.]*)$/.exec(file.name) ?? []
  const expected = Object.hasOwn(kinds, extension.toLowerCase()) ? kinds[extension.toLowerCase()] : undefined
  if (expected === undefined)
    return refuse(`“${file.name}” is neither a scenario (.yml, .yaml) nor a run saved as .json.`)
  if (file.size > expected.limit)
    return refuse(`“${file.name}” has ${mebibytes(file.size)}; ${expected.what} may have ${mebibytes(expected.limit)}.`)

  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return refuse(`“${file.name}” could not be read.`)
  }
  const text = decodeText(bytes)
  return text === undefined
    ? refuse(`“${file.name}” is not UTF-8 text. Save it as UTF-8 and open it again.`)
    : { ok: true, kind: expected.kind, name, text }
}

/** undefined for anything but UTF-8 text; a byte order mark is left out. */
function decodeText(bytes: ArrayBuffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

function refuse(reason: string): FileReading {
  return { ok: false, reason }
}

function mebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${formatNumber(bytes / 1024)} KB` : `${formatNumber(bytes / 1024 / 1024)} MB`
}

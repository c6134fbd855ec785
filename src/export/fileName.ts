import type { RunIdentity } from '../engine/runResult'

const MAX_LENGTH = 80

/** `<scenario>_seed-<seed>_<what>.<extension>`: safe on every system, at most 80 characters of `A–Z a–z 0–9 . _ -`. */
export function runFileName(identity: RunIdentity, what: string, extension: string): string {
  const replication = identity.replication === 0 ? '' : `_r${identity.replication}`
  return fileName(identity.scenarioName, `_seed-${identity.seed}${replication}_${what}.${extension}`)
}

/** `<scenario>.yaml` */
export function scenarioFileName(scenarioName: string): string {
  return fileName(scenarioName, '.yaml')
}

function fileName(scenarioName: string, ending: string): string {
  const plain = scenarioName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
  const stem = trimPunctuation(trimPunctuation(plain).slice(0, MAX_LENGTH - ending.length))
  return `${stem === '' ? 'scenario' : stem}${ending}`
}

/** A leading dot would hide the file, a trailing one reads as a second extension. */
function trimPunctuation(text: string): string {
  return text.replace(/^[._-]+|[._-]+$/g, '')
}

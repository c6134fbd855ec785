import { columnsIn } from '../base/columns'
import type { RunEnding, RunResult } from '../engine/runResult'
import { FORMAT_VERSION } from '../export/runFile'
import type { FinishedRun } from './finishedRun'

/** What the list shows of a kept run; the run itself lies apart from it and is read when it is asked for. */
export interface KeptRun {
  readonly id: string
  /** At first the scenario's name. */
  readonly name: string
  /** A pinned run never makes room for a newer one. */
  readonly pinned: boolean
  /** When it ended [ms since 1970]. */
  readonly finishedAt: number
  readonly seed: number
  /** Fingerprint of what the scenario means. */
  readonly scenarioHash: string
  readonly appVersion: string
  /** Shape of the result; a result of another shape cannot be shown. */
  readonly format: number
  readonly end: RunEnding
  /** [s] */
  readonly simulatedSeconds: number
  /** [s]; null when no request completed. */
  readonly p95: number | null
  /** Requests completed. */
  readonly completed: number
  /** Whether the log of single requests was cut to the first {@link KEPT_REQUESTS}. */
  readonly cut: boolean
  /** About how much room the run takes [bytes]. */
  readonly bytes: number
}

/** The large part of a kept run. */
export interface KeptBody {
  readonly text: string
  readonly result: RunResult
}

/** How many runs are kept, and how much room they may take in all. */
export interface KeptLimits {
  readonly runs: number
  /** [bytes] */
  readonly bytes: number
}

/** Single requests in the log of a kept run, of those that ended first. */
export const KEPT_REQUESTS = 200_000

/** The copy of a run that is kept, and what the list shows of it. */
export function keptCopy(
  { id, text, result }: FinishedRun,
  finishedAt: number,
): { readonly run: KeptRun; readonly body: KeptBody } {
  const cut = result.requests.id.length > KEPT_REQUESTS
  const body = { text, result: cut ? { ...result, requests: firstRequests(result.requests) } : result }
  const { identity, summary } = result
  return {
    run: {
      id,
      name: identity.scenarioName,
      pinned: false,
      finishedAt,
      seed: identity.seed,
      scenarioHash: identity.scenarioHash,
      appVersion: identity.appVersion,
      format: FORMAT_VERSION,
      end: result.end,
      simulatedSeconds: result.simulatedSeconds,
      p95: summary.latency.p95,
      completed: summary.requests.completed,
      cut,
      bytes: bytesOf(body),
    },
    body,
  }
}

/** A run holds the phases of no more requests than this anyway. */
function firstRequests(log: RunResult['requests']): RunResult['requests'] {
  return {
    ...log,
    id: log.id.slice(0, KEPT_REQUESTS),
    start: log.start.slice(0, KEPT_REQUESTS),
    finish: log.finish.slice(0, KEPT_REQUESTS),
    outcome: log.outcome.slice(0, KEPT_REQUESTS),
    truncated: true,
  }
}

/** Memory that the text and the columns take; what else there is hardly counts [bytes]. */
function bytesOf({ text, result }: KeptBody): number {
  return columnsIn(result).reduce((sum, { byteLength }) => sum + byteLength, 2 * text.length)
}

/**
 * Which runs have to leave so that `added` fits: the oldest that are not pinned. Undefined when it cannot fit beside
 * the pinned ones.
 */
export function runsToLeave(kept: readonly KeptRun[], added: KeptRun, limits: KeptLimits): string[] | undefined {
  const leaving: string[] = []
  let count = kept.length + 1
  let bytes = kept.reduce((sum, run) => sum + run.bytes, added.bytes)
  const fits = () => count <= limits.runs && bytes <= limits.bytes
  for (const run of kept.filter(({ pinned }) => !pinned).sort((a, b) => a.finishedAt - b.finishedAt)) {
    if (fits()) break
    leaving.push(run.id)
    count--
    bytes -= run.bytes
  }
  return fits() ? leaving : undefined
}

/** What the database holds of a run, field by field; undefined when it is damaged. */
export function readKeptRun(value: unknown): KeptRun | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const run = value as Partial<Record<keyof KeptRun, unknown>>
  const texts = [run.id, run.name, run.scenarioHash, run.appVersion, run.end]
  const numbers = [run.finishedAt, run.seed, run.format, run.simulatedSeconds, run.completed, run.bytes, run.p95 ?? 0]
  const flags = [run.pinned, run.cut]
  const isWhole =
    texts.every((field) => typeof field === 'string') &&
    numbers.every((field) => Number.isFinite(field)) &&
    flags.every((field) => typeof field === 'boolean')
  return isWhole ? (value as KeptRun) : undefined
}

/** The large part of a run from the database; undefined when it is damaged or of another format. */
export function readKeptBody(value: unknown, { format }: KeptRun): KeptBody | undefined {
  if (format !== FORMAT_VERSION || typeof value !== 'object' || value === null) return undefined
  const { text, result } = value as Partial<Record<keyof KeptBody, unknown>>
  return typeof text === 'string' && typeof result === 'object' && result !== null ? (value as KeptBody) : undefined
}

/**
 * Runs a scenario from the shell:
 *   npm run --silent simulate -- FILE.yml [--seed N] [--replications N]
 * One JSON line per replication on stdout and nothing else there; `end` says whether it reached its horizon or ended as
 * unstable, which is a result like any other. An invalid file, or one whose run would be too large, prints
 * `FILE:line:col severity code message` lines on stderr and exits with 2; a run that breaks off exits with 1.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { version } from '../package.json'
import type { Scenario } from '../src/catalog/specs'
import { Run } from '../src/engine/run'
import type { RunResult } from '../src/engine/runResult'
import { positionAt } from '../src/scenario/locate'
import { type ParsedScenario, parseScenario } from '../src/scenario/parse'

const USAGE = 'usage: npm run --silent simulate -- FILE.yml [--seed N] [--replications N]'
const MAX_SEED = 2 ** 32 - 1

main()

function main(): void {
  const { file, seed, replications } = readArguments()
  const text = readText(file)
  const parsed = parseScenario(text)
  report(file, parsed)
  if (!parsed.scenario) process.exit(2)
  const { scenario } = parsed
  const runSeed = seed ?? scenario.sim_settings.seed ?? Math.floor(Math.random() * (MAX_SEED + 1))
  for (let replication = 0; replication < replications; replication++) {
    try {
      process.stdout.write(`${JSON.stringify(summaryLine(file, simulate(file, scenario, runSeed, replication)))}\n`)
    } catch (error) {
      breakOff(`${file}: seed ${runSeed}, replication ${replication}: ${error}`)
    }
  }
}

function readArguments(): { file: string; seed: number | undefined; replications: number } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { seed: { type: 'string' }, replications: { type: 'string', default: '1' } },
    })
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) throw new Error('exactly one file is wanted')
    return {
      file,
      seed: values.seed === undefined ? undefined : wholeNumber('--seed', values.seed, 0, MAX_SEED),
      replications: wholeNumber('--replications', values.replications, 1, 1_000_000),
    }
  } catch (error) {
    return refuse(`${(error as Error).message}\n${USAGE}`)
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
    throw new Error(`${option} wants a whole number from ${min} to ${max}, not "${text}"`)
  }
  return value
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return refuse(`${file}: ${(error as Error).message}`)
  }
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

/** The run broke off: a defect of ours, not of the file. */
function breakOff(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Errors and warnings alike: a warning does not stop the run, but nobody should miss it. */
function report(file: string, { text, diagnostics }: ParsedScenario): void {
  for (const { range, severity, code, message, hint } of diagnostics) {
    const { line, column } = positionAt(text, range.start)
    process.stderr.write(`${file}:${line}:${column} ${severity} ${code} ${message}${hint ? ` ${hint}` : ''}\n`)
  }
}

function simulate(file: string, scenario: Scenario, seed: number, replication: number): RunResult {
  const started = performance.now()
  const run = new Run({ scenario, scenarioName: file, seed, replication, appVersion: version })
  run.toEnd()
  return run.finish((performance.now() - started) / 1000)
}

function summaryLine(file: string, result: RunResult): object {
  const { identity, simulatedSeconds, end, instability, summary, attribution, sanity, performance } = result
  const { warmUp, requests, latency, phases, throughput, components, servers, edges, objectives, llmCost } = summary
  const { method: _method, ...figures } = latency
  const { generated, completed, inFlight, outcomes } = requests
  return {
    scenario: file,
    version: identity.appVersion,
    scenario_sha256: identity.scenarioHash,
    seed: identity.seed,
    replication: identity.replication,
    simulatedSeconds,
    end,
    ...(instability && { instability }),
    warmUp,
    requests: { generated, completed, inFlight, outcomes },
    latency: figures,
    ...(phases && { phases }),
    throughput,
    bottleneck: attribution.bottleneck,
    headroom: attribution.headroom,
    verdict: attribution.verdict,
    components,
    servers,
    edges,
    ...(objectives.length > 0 && { objectives }),
    ...(llmCost && { llmCost }),
    sanity,
    performance,
  }
}

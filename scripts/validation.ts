/**
 * npm run validation: holds the simulator against theory and against AsyncFlow 0.1.1 and writes docs/validation.md.
 * The same comparisons are tests; this writes down both sides of every figure. Takes a few minutes, and with
 * VERIFY_EFFORT=10 half an hour: then the models run ten times as often and every figure is held to its aim.
 */
import { writeFileSync } from 'node:fs'
import { checkModel, MAX_Z } from '../src/validation/checkModel'
import { theoryModels } from '../src/validation/models'
import { heavyTail } from '../src/validation/models/generalService'
import type { FigureReport, ModelReport } from '../src/validation/theoryModel'
import { type Difference, differences } from '../tests/differences/differences'
import { effort } from '../tests/fixtures/effort'
import { mutantSection } from '../tests/mutants/report'
import { moreExactly } from '../tests/theory/moreExactly'
import { type Comparison, comparedScenarios, compareWithAsyncFlow, SEED } from '../tests/validation/asyncflow'

const models = theoryModels.map((model) => moreExactly(model, effort.times))
const hasHeavyTail = effort.times > 1
if (hasHeavyTail) models.push(heavyTail)
const reports = models.map((model) => checkModel(model, effort.seed))
const figures = reports.flatMap((report) => report.figures)
const agreeing = figures.filter(({ verdict }) => verdict === 'agrees').length

writeFileSync(
  new URL('../docs/validation.md', import.meta.url),
  `# Validation

Written by \`npm run validation\`; the same comparisons run as tests in \`npm test\`, and with fresh seeds and more of everything in \`npm run verify:deep\`. Its last whole run: 2026-11-23, seed 523163248, four times the usual effort (the tolerances of \`npm test\` in force), 113 tests in two hours, no counterexample.

## How it is tested

* **Theory**: below; the closed forms stand in \`src/stats/queueing\` with tests against published values. The page's own check runs some of the models in the visitor's browser.
* **AsyncFlow**: below; recorded runs, draw by draw, figures over 30 seeds, and what differs on purpose.
* **Samplers** ([tests/samplers](../tests/samplers)): every law against tables with 50 digits and with a million draws.
* **Invariants** ([tests/invariants](../tests/invariants)): conservation, capacities, queues in order, Little's law for every gauge and for the system, phases that add up to the latency, at every event of 1,000 random scenarios; drained systems return to zero.
* **A second kernel** ([tests/reference](../tests/reference)), slow and plain, written from [semantics.md](semantics.md), in 298 lines without comments; draws and laws are the kernel's: the same events at the same times, to the last bit, in 1,000 random scenarios.
* **Relations between runs** ([tests/metamorphic](../tests/metamorphic)): what scaling time, swapping declarations, adding cores and the like must and must not change.
* **The same everywhere** ([tests/golden](../tests/golden), [e2e/engines.spec.ts](../e2e/engines.spec.ts)): fingerprints of 57 reference runs (order, trace, series, outputs) in Node, Chromium and Firefox, and where its shell is installed in JavaScriptCore (\`npm run test:jsc\`; on 2026-11-23 all were the same).
* **Models** ([tests/theory](../tests/theory)): also that the figures tell a wrong system from the right one: 2 % more arrivals, 2 % longer service, one connection more.
* **Tests** ([tests/mutants](../tests/mutants)): below; which test notices which fault.

## Queueing theory

${reports.length} models with ${figures.length} figures; ${agreeing} agree. Every model is an ordinary scenario: its workload has a constant number of users, so that arrivals are Poisson, and its links take a nanosecond.
It runs ${models[0]!.replications} times under seed ${effort.seed}${hasHeavyTail ? ` (the heavy tail, at the end, ${heavyTail.replications} times, with two million requests each)` : ''}; the beginning of each run, in which the queues fill, is left out. Runs of different models under one seed share their arrivals, so neighbours err alike.
The interval is Student's t over the runs, at 99 %. z is the distance from theory in standard errors. A figure agrees when |z| ≤ ${MAX_Z} (chance of one in a million for a correct one) and it lies within its tolerance.
\`npm test\` runs each model ${theoryModels[0]!.replications} times, with tolerances that this allows: the standard error is about half of them at the most, below a third as a rule.
With ten times as many runs, in \`npm run verify:deep\` and ${effort.times < 10 ? 'with `VERIFY_EFFORT=10 npm run validation`' : 'here'}, every figure is held to 2 %, p95 to 3 %, p99, deviations, tails and the wait of the heavy tail to 4 %, variances and single probabilities to 5 %.
What has no closed form (the shorter of two queues, two servers with Erlang or hyperexponential service, memory with head-of-line blocking) was solved as a Markov chain (\`tests/theory/markovChain.ts\`).

${reports.map(modelSection).join('\n')}
## Differences, in figures

What AsyncFlow 0.1.1 does otherwise than it documents, or than anybody could want, and what is done here instead (the table F1 to F16 of [semantics.md](semantics.md)).
Its figures were recorded from the package itself, over 20 seeds (\`tests/differences/record.py\`); ours are measured now. The scenarios are the files in \`tests/differences/scenarios\`.

| | figure | AsyncFlow 0.1.1 | here | expected here | scenario |
|---|---|---:|---:|---:|---|
${differences.map(differenceRow).join('\n')}

${mutantSection()}
## Recorded runs, draw by draw

\`npm run --silent conformance -- DIR\` replays recorded runs of AsyncFlow 0.1.1 through our kernel, with the recorded random draws in place of the generator.
The tapes in \`tests/conformance/tapes\` were chosen so that no documented difference matters: one server with I/O, a load balancer with events, contention for cores and RAM, a chain with all distributions.
On all of them the kernel gives the same requests at the same times (to 10⁻⁹ s), in the same order, and every sample of every gauge.

## Figures over 30 seeds

AsyncFlow 0.1.1 was run with 30 independent seeds on each scenario; so are we, with 30 replications of seed ${SEED}.
z is the difference of the two means in standard errors. The test accepts |z| ≤ 4 for every figure: with about 750 figures, a correct pair exceeds that in one of 20 choices of the seed; the seed is fixed.
Left out is \`in_flight_at_end\`: AsyncFlow's arrivals run ahead of its clock, so that its runs end with a silent tail (F5 in [semantics.md](semantics.md)).

Units: seconds, MB, requests, requests/s. \`NAME@ID\` is a series of a component or the losses on an edge; \`phase[NAME]\` groups requests by generation (\`bystart\`) or completion (\`byfinish\`).

${comparedScenarios.map(asyncflowSection).join('\n')}`,
)

function modelSection({ id, title, figures }: ModelReport): string {
  const { scenario, replications } = models.find((model) => model.id === id)!
  const { avg_active_users, avg_request_per_minute_per_user } = scenario.rqs_input
  const rate = (avg_active_users.mean * avg_request_per_minute_per_user.mean) / 60
  const requests = Math.round(rate * scenario.sim_settings.total_simulation_time * replications)
  return `### ${title}

\`${id}\`, about ${requests.toLocaleString('en')} requests.

| figure | unit | theory | simulated | interval | tolerance | z | |
|---|---|---:|---:|---|---:|---:|---|
${figures.map(figureRow).join('\n')}
`
}

function figureRow({ name, unit, expected, simulated, low, high, tolerance, z, verdict }: FigureReport): string {
  const interval = `${low.toPrecision(5)} … ${high.toPrecision(5)}`
  const share = `${Number((100 * tolerance).toPrecision(2))} %`
  return `| ${name} | ${unit} | ${expected.toPrecision(5)} | ${simulated.toPrecision(5)} | ${interval} | ${share} | ${z.toFixed(2)} | ${verdict} |`
}

function differenceRow({ id, figure, scenario, theirs, ours }: Difference): string {
  const cells = [theirs.measure(), ours.measure(), ours.expected].map((value) => String(Number(value.toPrecision(4))))
  return `| ${id} | ${figure} | ${cells.join(' | ')} | \`${scenario}\` |`
}

function asyncflowSection(name: (typeof comparedScenarios)[number]): string {
  const comparisons = compareWithAsyncFlow(name, SEED)
  const worst = Math.max(...comparisons.map(({ z }) => Math.abs(z)))
  return `### ${name}.yml

${comparisons.length} figures, largest |z| ${worst.toFixed(2)}.

| figure | AsyncFlow mean | sd | ours mean | sd | z |
|---|---:|---:|---:|---:|---:|
${comparisons.map(comparisonRow).join('\n')}
`
}

function comparisonRow({ figure, asyncflow, ours, z }: Comparison): string {
  const cells = [asyncflow.mean, asyncflow.sd, ours.mean, ours.sd].map((value) => value.toPrecision(5))
  return `| ${figure} | ${cells.join(' | ')} | ${z.toFixed(2)} |`
}

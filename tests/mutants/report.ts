import { type Killer, killers } from './killers'
import { type Mutant, mutants } from './mutants'
import scores from './scores.json'

/** What Stryker counted in some files; see `npm run mutation`. */
interface Score {
  readonly files: string
  /** When it ran. */
  readonly date: string
  /** Mutants noticed by a failing test, and by a test that no longer ended. */
  readonly killed: number
  readonly timeout: number
  /** Mutants that the quick tests let live, and those that they never reach. */
  readonly survived: number
  readonly noCoverage: number
}

/** The section of docs/validation.md about tests that bite, in Markdown. */
export function mutantSection(): string {
  return `## Do the tests bite?

${mutants.length} faults that somebody could make are put into the code one at a time, and a test that is not a comparison with stored results has to notice (\`tests/mutants\`; part of \`npm test\`). The same tests pass without a fault.

| fault | file | noticed by |
|---|---|---|
${mutants.map(mutantRow).join('\n')}

\`npm run mutation\` lets Stryker change the code in every way that it knows, and counts what the quick tests of the layer notice: those beside the code and a few random scenarios, without journeys, theory and long random tests. Each row was run with the tests that belong to its files (\`--testFiles\`), for laws and functions also the tables of \`tests/samplers\`. Mutants of code that runs only once, when a module is loaded, are not counted. A mutant times out when it goes round a hundred times as often as the code does, or takes half a minute longer. Most survivors change nothing that can be seen: \`<=\` for \`<\` where both sides meet, a shortcut to what the long way gives as well, the kernel's checks on itself and their words, which no run reaches; others stand in constructors of laws that tests build before the first of them begins. What is not in the table has not been run to the end.

| files | date | mutants | killed | timed out | survived | not reached | score |
|---|---|---:|---:|---:|---:|---:|---:|
${scores.map(scoreRow).join('\n')}
`
}

function mutantRow({ title, file, killer }: Mutant): string {
  const { title: by, file: test }: Killer = killers[killer]
  return `| ${title} | \`${file}\` | ${by} (\`${test}\`) |`
}

function scoreRow({ files, date, killed, timeout, survived, noCoverage }: Score): string {
  const all = killed + timeout + survived + noCoverage
  const score = (100 * (killed + timeout)) / all
  return `| \`${files}\` | ${date} | ${all} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${score.toFixed(0)} % |`
}

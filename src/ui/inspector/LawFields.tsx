import type { RandomVariableSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { lawSchema, respelled, writtenSpelling } from '../../scenario/laws'
import { spellingsOf, writtenParameters } from '../../scenario/spellings'
import { Select } from '../../widgets/Select'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { ListField } from './ListField'
import { ScalarField } from './ScalarField'

interface LawFieldsProps {
  readonly path: DocumentPath
  readonly spec: RandomVariableSpec
  /** Kind of the step and laws on the way, the law itself included. */
  readonly kinds: readonly string[]
}

/** The parameters of a law other than a mixture, in the spelling that the text uses; another one can be chosen. */
export function LawFields({ path, spec, kinds }: LawFieldsProps) {
  const { locked, perform } = useInspector()
  const law = lawSchema(spec.distribution)
  const spellings = spellingsOf(law)
  const spelling = writtenSpelling(spec)
  const written = writtenParameters(law, Object.keys(spec))
  const bounds = ['shift', 'min', 'max'] as const
  const isBounded = bounds.some((key) => spec[key] !== undefined)
  return (
    <>
      {spellings.length > 1 && (
        <div className={styles.row}>
          <Select
            label="Given by"
            layout="row"
            value={spelling.join(' ')}
            options={spellings.map((keys) => ({ value: keys.join(' '), label: spellingText(keys) }))}
            disabled={locked}
            onCommit={(chosen) => {
              const other = respelled(spec, chosen.split(' '))
              perform((text) => (other === undefined ? WITHOUT_MEAN : scenarioEdits.setValue(text, path, other)))
            }}
          />
        </div>
      )}
      {spelling.map((key) => (
        <ParameterField key={key} path={[...path, written.get(key) ?? key]} kinds={kinds} />
      ))}
      <details className={styles.bounds} open={isBounded || undefined}>
        <summary>Shift and bounds</summary>
        {bounds.map((key) => (
          <ScalarField key={key} path={[...path, key]} kinds={kinds} />
        ))}
      </details>
    </>
  )
}

const WITHOUT_MEAN = { ok: false, reason: 'This law has no finite mean, so it cannot be given by one.' } as const

/** Lists are one line of text. */
function ParameterField({ path, kinds }: { readonly path: DocumentPath; readonly kinds: readonly string[] }) {
  const key = String(path.at(-1))
  if (LISTS.has(key)) return <ListField path={path} kinds={kinds} />
  const quantile = /^p(\d.*)$/.exec(key)?.[1]
  return <ScalarField path={path} kinds={kinds} label={quantile && `Quantile ${quantile} %`} required />
}

const LISTS: ReadonlySet<string> = new Set(['samples', 'quantiles', 'means', 'weights'])

function spellingText(keys: readonly string[]): string {
  return keys.every((key) => /^p\d/.test(key)) ? 'two quantiles' : keys.join(' and ')
}

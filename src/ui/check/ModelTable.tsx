import { memo } from 'react'
import type { FigureReport, ModelReport } from '../../validation/theoryModel'
import styles from './Check.module.css'
import { figureWords } from './checkWords'
import { VerdictMark } from './VerdictMark'

/** Models of queueing theory: what theory says, what was simulated, and whether they agree. */
export function ModelTable({ models }: { readonly models: readonly ModelReport[] }) {
  return (
    <table className={styles.table} aria-label="Models of queueing theory">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Theory</th>
          <th scope="col">
            Simulated <span className={styles.muted}>and interval</span>
          </th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      {models.map((model) => (
        <ModelRows key={model.id} model={model} />
      ))}
    </table>
  )
}

const ModelRows = memo(function ModelRows({ model }: { readonly model: ModelReport }) {
  const { title, replications, confidence, figures } = model
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.model}>
          {title}{' '}
          <span className={styles.muted}>
            {replications} runs, {confidence * 100} % intervals
          </span>
        </th>
      </tr>
      {figures.map((figure) => (
        <FigureRow key={figure.name} figure={figure} />
      ))}
    </tbody>
  )
})

function FigureRow({ figure }: { readonly figure: FigureReport }) {
  const { name, unit, expected, simulated, low, high } = figureWords(figure)
  return (
    <tr>
      <th scope="row">
        {name} {unit !== '' && <span className={styles.muted}>[{unit}]</span>}
      </th>
      <td>{expected}</td>
      <td>
        {simulated}{' '}
        <span className={styles.interval}>
          {low} … {high}
        </span>
      </td>
      <td>
        <VerdictMark ok={figure.verdict === 'agrees'}>{figure.verdict}</VerdictMark>
      </td>
    </tr>
  )
}

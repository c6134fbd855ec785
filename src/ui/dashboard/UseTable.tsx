import { formatCount, formatNumber } from '../../base/format'
import { resourceNames } from '../charts/resourceNames'
import { usePanel } from './PanelContext'
import { TableCard } from './TableCard'
import styles from './UseTable.module.css'

/** Utilisation, saturation and errors of every resource: of what is there, what is full, what queues, what fails. */
export function UseTable() {
  const { finished } = usePanel().run
  const rows = finished?.result.attribution.use ?? []
  return (
    <TableCard
      title="Resources"
      description="Part of the capacity in use on average, requests waiting (on an edge: on their way), and requests lost."
      columns={['Resource', 'utilisation', 'saturation, mean', 'max', 'errors']}
      empty={finished === undefined ? 'Known when the run has ended.' : undefined}
      rows={rows.map(({ component, resource, utilisation, saturation, errors }) => [
        <span key="name" className={styles.name} title={`${component} ${resourceNames[resource]}`}>
          <span className={styles.component}>{component}</span> {resourceNames[resource]}
        </span>,
        utilisation === null ? 'no limit' : <Share key="share" share={utilisation} />,
        formatNumber(saturation.mean),
        formatNumber(saturation.max),
        formatCount(errors),
      ])}
      table={() => ({
        caption: 'Resources',
        columns: ['component', 'resource', 'utilisation [0…1]', 'saturation mean', 'saturation max', 'errors'],
        rows: rows.map(({ component, resource, utilisation, saturation, errors }) => [
          component,
          resource,
          utilisation ?? undefined,
          saturation.mean,
          saturation.max,
          errors,
        ]),
      })}
    />
  )
}

/** A share as a number and a bar, warmer when little is left. */
function Share({ share }: { readonly share: number }) {
  return (
    <span className={styles.share}>
      <meter
        className={styles.meter}
        min={0}
        max={1}
        low={0.7}
        high={0.9}
        optimum={0}
        value={share}
        aria-hidden="true"
      />
      {formatNumber(100 * share)} %
    </span>
  )
}

import type { Cause } from '../../engine/attribution/attribution'

/** What held requests back, as charts and tables call it. */
export const resourceNames: Readonly<Record<Cause, string>> = {
  cpu: 'CPU',
  ram: 'RAM',
  db_pool: 'DB pool',
  io: 'I/O',
  network: 'network',
  loss: 'loss',
  outage: 'outage',
  balancing: 'balancing',
}

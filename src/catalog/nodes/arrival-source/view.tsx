import { formatNumber } from '../../../base/format'
import type { ArrivalSourceSpec } from './spec'

function WorkloadGlyph() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
      <circle cx="5.5" cy="5" r="2.3" />
      <path d="M1.5 13.5c0-2.6 1.6-4.2 4-4.2s4 1.6 4 4.2" />
      <path d="M10.2 3a2.3 2.3 0 0 1 0 4M11.4 9.6c1.9.4 3.1 1.8 3.1 3.9" />
    </svg>
  )
}

/** How the workload looks on the canvas. */
export const workloadView = {
  title: 'Workload',
  Glyph: WorkloadGlyph,
  facts: ({ avg_active_users: users, avg_request_per_minute_per_user: rate }: ArrivalSourceSpec): readonly string[] => [
    `${formatNumber(users.mean)} ${users.mean === 1 ? 'user' : 'users'}`,
    `each ${formatNumber(rate.mean)} req/min`,
  ],
}

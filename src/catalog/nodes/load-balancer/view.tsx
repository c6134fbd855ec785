import type { LoadBalancerSpec } from './spec'

function LoadBalancerGlyph() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
      <path d="M1.5 8h5M6.5 8l5-5M6.5 8h8M6.5 8l5 5" />
      <path d="M9 2.8h2.7v2.7M9 13.2h2.7v-2.7" />
    </svg>
  )
}

const policyTitles = { round_robin: 'round robin', least_connection: 'least connections' } as const

/** How the load balancer looks on the canvas and in the palette. */
export const loadBalancerView = {
  title: 'Load balancer',
  Glyph: LoadBalancerGlyph,
  facts: ({ algorithms }: LoadBalancerSpec): readonly string[] => [policyTitles[algorithms]],
  palette: { label: 'Load balancer', description: 'Spreads requests over servers.' },
}

import type { ClientSpec } from './spec'

function ClientGlyph() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
      <rect x="1.5" y="2.5" width="13" height="9" rx="1.2" />
      <path d="M5 14h6M8 11.5V14" />
    </svg>
  )
}

/** How the client looks on the canvas. */
export const clientView = {
  title: 'Client',
  Glyph: ClientGlyph,
  facts: (_client: ClientSpec): readonly string[] => ['gets the answers'],
}

import type { ServerSpec } from './spec'

function ServerGlyph() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4">
      <rect x="1.5" y="2" width="13" height="5" rx="1.2" />
      <rect x="1.5" y="9" width="13" height="5" rx="1.2" />
      <path d="M4 4.5h.01M4 11.5h.01M8 4.5h4M8 11.5h4" strokeLinecap="round" />
    </svg>
  )
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** How a server looks on the canvas and in the palette. */
export const serverView = {
  title: 'Server',
  Glyph: ServerGlyph,
  facts: ({ server_resources: resources, endpoints }: ServerSpec): readonly string[] => [
    `${counted(resources.cpu_cores, 'core')} · ${resources.ram_mb} MB`,
    counted(endpoints.length, 'endpoint'),
  ],
  palette: { label: 'Server', description: 'Answers requests with its cores and memory.' },
}

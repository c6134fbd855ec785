import { eventMarkers, type Marker } from '../charts/markers'
import type { ComparedRun } from './comparedRun'

/** The injected events of all runs; one that not all of them have bears the letters of those that do. */
export function comparedMarkers(runs: readonly ComparedRun[]): Marker[] {
  const found = new Map<string, { readonly marker: Marker; readonly letters: string[] }>()
  for (const { letter, run } of runs) {
    for (const marker of eventMarkers(run.result.injectedEvents)) {
      const same = found.get(marker.description)
      if (same) same.letters.push(letter)
      else found.set(marker.description, { marker, letters: [letter] })
    }
  }
  return [...found.values()].map(({ marker, letters }) => {
    if (letters.length === runs.length) return marker
    const of = letters.join(', ')
    return {
      ...marker,
      id: `${of} ${marker.id}`,
      label: `${of}: ${marker.label}`,
      description: `${of}: ${marker.description}`,
    }
  })
}

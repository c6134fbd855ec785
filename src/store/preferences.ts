import type { ThemeChoice } from './contracts'
import { SAMPLE_RATES, type SampleRate } from './traceStore'

const PREFIX = 'asyncflow-studio.'

/** Small choices of a person that are nice to keep and no loss to lose. */
export type PreferenceName = 'theme' | 'layout.columns' | 'layout.rows' | 'helpKey' | 'plainText' | 'sampleRate'

/** undefined when there is none, or when the browser forbids storage. */
export function readPreference(name: PreferenceName): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a choice if the browser lets us. */
export function writePreference(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Storage is full or forbidden: the choice lasts as long as the page.
  }
}

export function readTheme(): ThemeChoice {
  const stored = readPreference('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Share of the requests that is followed; undefined: none was chosen. */
export function readSampleRate(): SampleRate | undefined {
  const stored = Number(readPreference('sampleRate'))
  return SAMPLE_RATES.find((rate) => rate === stored)
}

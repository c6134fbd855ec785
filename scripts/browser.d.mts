export function findChromium(): string | undefined
export function findFirefox(): string | undefined
export function findJsc(): string | undefined
export function ensureChromium(): Promise<void>

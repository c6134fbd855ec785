/** Why something cannot be stored, in words for the person. */
export function storageTrouble(error: unknown): string {
  const isFull = error instanceof Error && error.name === 'QuotaExceededError'
  return isFull ? 'the storage of this browser is full' : 'this browser does not let the page store anything'
}

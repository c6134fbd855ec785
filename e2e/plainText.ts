import type { PlaywrightTestOptions } from '@playwright/test'

type StorageState = Exclude<PlaywrightTestOptions['storageState'], string | undefined>

/**
 * A visitor who has chosen plain text, for `test.use`: loading the full editor takes longer than the rest of the page,
 * and journeys that end at the text need not wait for it.
 */
export const plainText = {
  storageState: async (
    { baseURL }: { readonly baseURL: string | undefined },
    use: (state: StorageState) => Promise<void>,
  ) => {
    const localStorage = [{ name: 'asyncflow-studio.plainText', value: 'on' }]
    await use({ cookies: [], origins: [{ origin: new URL(baseURL!).origin, localStorage }] })
  },
}

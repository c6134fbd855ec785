import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { preview } from 'vite'
import { StudioPage } from '../e2e/pages/studioPage'
import { findChromium } from './browser.mjs'

const PORT = 4197

/** The built page, served here and in an installed Chromium; a wide screen. */
export interface BuiltPage {
  readonly browser: Browser
  readonly context: BrowserContext
  /** A fresh page of it, still empty. */
  newStudio(): Promise<StudioPage>
  close(): Promise<void>
}

/** Serves what `vite build` has made and starts a browser. */
export async function openBuiltPage(): Promise<BuiltPage> {
  const server = await preview({ preview: { port: PORT, strictPort: true }, logLevel: 'error' })
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: `http://localhost:${PORT}`,
  })
  return {
    browser,
    context,
    newStudio: async () => new StudioPage(await context.newPage()),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

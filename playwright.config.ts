import { defineConfig } from '@playwright/test'
import { findChromium, findFirefox } from './scripts/browser.mjs'

// Firefox refuses some ports that other services own.
const PORT = 4321
/** The page is served from a sub-path, as a project page would be. */
const BASE = '/asyncflow-studio/'
const firefox = findFirefox()

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A busy machine may miss a deadline once; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}${BASE}`,
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --base ${BASE}`,
    url: `http://localhost:${PORT}${BASE}`,
    reuseExistingServer: !process.env.CI,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', '--disable-background-networking'] },
        permissions: ['clipboard-read', 'clipboard-write'],
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox },
            },
            testMatch: /engines\.spec\.ts/,
          },
        ]
      : []),
  ],
})

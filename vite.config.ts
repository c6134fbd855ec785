import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }

/** The policy in index.html forbids the inline script that hot reloading needs; it holds for every built page. */
function relaxPolicyInDevelopment(): Plugin {
  return {
    name: 'relax-policy-in-development',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/s, ''),
  }
}

export default defineConfig({
  base: './',
  plugins: [react(), relaxPolicyInDevelopment()],
  worker: { format: 'es' },
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    // One for each core, also where there are only two.
    maxWorkers: '100%',
    // Test files share the modules that they load: loading them anew for each file took as long as the quick tests.
    isolate: false,
    // Generous: how fast the machine is is not under test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

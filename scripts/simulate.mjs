// npm run simulate: installs what is missing, then hands over to simulate.ts in the caller's folder.
import { ensureInstalled, root, spawn } from './shell.mjs'

ensureInstalled()
const tsx = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(
  spawn(process.execPath, ['--import', tsx, `${root}/scripts/simulate.ts`, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd,
  }),
)

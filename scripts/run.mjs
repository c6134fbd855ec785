// Runs scripts/NAME.ts in the caller's folder, after installing what is missing: node scripts/run.mjs NAME ARGUMENTS
import { ensureInstalled, root, spawn } from './shell.mjs'

const [name, ...args] = process.argv.slice(2)
ensureInstalled()
const tsx = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href
const cwd = process.env.INIT_CWD ?? process.cwd()
process.exit(
  spawn(process.execPath, ['--import', tsx, `${root}/scripts/${name}.ts`, ...args], { stdio: 'inherit', cwd }),
)

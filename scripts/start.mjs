// npm start: installs what is missing, builds, serves, and prints the address of the page.
import { ensureInstalled, runTool } from './shell.mjs'

ensureInstalled()
const built = runTool('vite', ['build'])
if (built !== 0) process.exit(built)
process.exit(runTool('vite', ['preview', ...process.argv.slice(2)]))
